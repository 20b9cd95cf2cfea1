import {
  AppError,
  askRevocation,
  decideRevocation,
  downloadCertificate,
  listCertificates,
  listLookups,
  listMyCertificates,
  readCertificateKeys,
  verifyCertificate,
} from '@zhiping/contract';
import { plainNumber } from '@zhiping/core';
import { scopeWhere } from '../../db/scope.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { publicKeyOf } from '../../security/keys.ts';
import { askRevocation as ask, decideRevocation as decide } from './commands/revoke-certificate.ts';
import { printCertificate } from './queries/print-certificate.ts';
import { readCertificates } from './queries/read-certificates.ts';
import { verifyCertificate as verify } from './queries/verify-certificate.ts';
import { certificateTarget } from './target.ts';

export const certificateRoutes: readonly AnyRoute[] = [
  defineRoute(listMyCertificates, {
    target: 'own',
    handle: async (ctx) => {
      const { personId } = ctx.actor;
      if (personId === null) throw new AppError('UNAUTHENTICATED');
      return { items: await readCertificates(ctx, (eb) => eb('person_id', '=', personId)) };
    },
  }),
  defineRoute(listCertificates, {
    target: 'list',
    handle: async (ctx, { scope, query }) => {
      const mine = scopeWhere(scope, { office: 'organiser_id', confirmer: 'confirmer_id' }, 'state');
      const search = query.search?.trim() ?? '';
      return {
        items: await readCertificates(ctx, (eb) =>
          search === ''
            ? mine
            : eb.and([
                mine,
                eb.or([
                  eb('holder_name', '=', search),
                  eb('unit_name', '=', search),
                  eb('plain_number', '=', plainNumber(search)),
                ]),
              ]),
        ),
      };
    },
  }),
  defineRoute(downloadCertificate, {
    target: certificateTarget,
    handle: (ctx, { params }) => printCertificate(ctx, params.id),
  }),
  defineRoute(listLookups, {
    target: certificateTarget,
    handle: async (ctx, { params }) => ({
      items: await ctx.tx
        .selectFrom('certificate_lookup')
        .select(['at', 'way', 'shown'])
        .where('certificate_id', '=', params.id)
        .orderBy('at', 'desc')
        .limit(200)
        .execute(),
    }),
  }),
  defineRoute(askRevocation, {
    target: certificateTarget,
    handle: (ctx, { params, body }) => ask(ctx, params.id, body.version, body.reason),
  }),
  defineRoute(decideRevocation, {
    target: certificateTarget,
    handle: (ctx, { params, body }) => decide(ctx, params.id, body.version, body.agree),
  }),
  defineRoute(readCertificateKeys, {
    target: 'none',
    handle: async (ctx) => ({ keys: [publicKeyOf(ctx.installation.keys.certificate)] }),
  }),
  defineRoute(verifyCertificate, {
    target: 'none',
    perMinute: 30,
    noEvent: 'a look-up changes nothing; its line for the holder is not part of the record',
    handle: async (ctx, { body }) => ({ result: await verify(ctx, body.number, body.name, body.way) }),
  }),
];
