import {
  AppError,
  checkBundle,
  downloadVolumes,
  listVolumeOrders,
  orderBundle,
  orderVolumeBatch,
  orderVolumes,
  type VolumeOrder,
} from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeWhere } from '../../db/scope.ts';
import { openFile } from '../../files/index.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import { readCheck } from './bundle/read-check.ts';
import { orderBundle as orderOfPlan } from './commands/order-bundle.ts';
import { orderBatch, orderVolumes as order } from './commands/order-volumes.ts';
import type { VolumeTables } from './tables.ts';

type Row = Selectable<VolumeTables['volume_order']>;
interface OrderTarget extends TargetFacts {
  readonly order: Row;
}
const PAGE = 20;

export const volumeRoutes: readonly AnyRoute[] = [
  defineRoute(orderVolumes, {
    target: (ctx, params) => loadApplication(ctx, params),
    handle: (ctx, { target }) => order(ctx, target.row),
  }),
  defineRoute(orderVolumeBatch, { target: 'list', handle: (ctx, { scope }) => orderBatch(ctx, scope) }),
  defineRoute(checkBundle, { target: 'list', handle: (ctx, { scope, query }) => readCheck(ctx, scope, query) }),
  defineRoute(orderBundle, { target: 'list', handle: (ctx, { scope, body }) => orderOfPlan(ctx, scope, body) }),
  defineRoute(listVolumeOrders, {
    target: 'list',
    handle: async (ctx, { scope, query }) => {
      const { applicationId, planId, batch, before } = query;
      const rows = await ctx.tx
        .selectFrom('volume_order')
        .selectAll()
        .where(
          scopeWhere(scope, {
            applicant: 'person_id',
            unit: 'unit_id',
            authority: 'authority_id',
            office: 'organiser_id',
          }),
        )
        .$if(applicationId !== undefined, (only) => only.where('application_id', '=', applicationId ?? ''))
        .$if(planId !== undefined, (only) => only.where('plan_id', '=', planId ?? ''))
        .$if(batch === 'yes', (only) => only.where('application_id', 'is', null).where('plan_id', 'is', null))
        .$if(before !== undefined, (only) => only.where('id', '<', before ?? ''))
        .orderBy('id', 'desc')
        .limit(PAGE)
        .execute();
      return { items: rows.map(viewOf) };
    },
  }),
  defineRoute(downloadVolumes, {
    target: targetOf,
    handle: async (ctx, { target: { order: row } }) => {
      if (row.blob_id === null) throw new AppError('VOLUME_GONE');
      const { content, mediaType } = await openFile(ctx, row.blob_id);
      return { fileName: `${row.name}.zip`, mediaType, content, disposition: 'attachment' };
    },
  }),
];

async function targetOf(ctx: Ctx, { id }: { readonly id: string }): Promise<OrderTarget | null> {
  const row = await ctx.tx.selectFrom('volume_order').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { person_id, unit_id, authority_id, organiser_id } = row;
  return {
    stage: row.state,
    ...(person_id === null ? {} : { applicantPersonId: person_id }),
    ...(unit_id === null ? {} : { unitId: unit_id }),
    ...(authority_id === null ? {} : { authorityId: authority_id }),
    ...(organiser_id === null ? {} : { organiserId: organiser_id }),
    order: row,
  };
}

function viewOf(row: Row): VolumeOrder {
  return {
    id: row.id,
    name: row.name,
    applicationId: row.application_id,
    planId: row.plan_id,
    cases: row.cases.length,
    state: row.state,
    percent: row.percent,
    doing: row.doing,
    problems: row.problems,
    bytes: row.bytes === null ? null : Number(row.bytes),
    orderedAt: row.ordered_at,
    endedAt: row.ended_at,
    expiresAt: row.expires_at,
  };
}
