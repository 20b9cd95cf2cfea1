import type { Sealing } from '@zhiping/contract';
import { type Process, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type ApplicationRow, processOf, sealChainFor } from '../../application/index.ts';

/**
 * Who approves and seals this application, in order, with what was decided: the present round once it has come to its
 * authorities, before that what the plan's table says of its unit today.
 */
export async function readSealing(ctx: Ctx, row: ApplicationRow): Promise<Sealing> {
  const process = await processOf(ctx, row);
  const common = { association: associationOf(process, row), choice: choiceOf(process, row) };
  const seals = await ctx.tx
    .selectFrom('application_seal as s')
    .leftJoin('authority as a', 'a.id', 's.authority_id')
    .select(['s.position', 's.wanted', 's.acts_as', 's.decision', 's.decided_at', 's.reason', 's.why', 's.label'])
    .select(['s.document_number', 's.document_date', 's.committee', 'a.name as authorityName'])
    .where('s.application_id', '=', row.id)
    .where('s.round', '=', (is) =>
      is
        .selectFrom('application_seal as m')
        .select((max) => max.fn.max('m.round').as('round'))
        .where('m.application_id', '=', row.id),
    )
    .orderBy('s.position')
    .execute();
  const [first] = seals;
  const chain = await sealChainFor(ctx, process, row.unit_id);
  if (first === undefined) {
    const { seals: planned, why, label, via } = chain;
    return {
      ...common,
      begun: false,
      why,
      label,
      via,
      seals: planned.map((seal, position) => ({
        position,
        authorityName: seal.authority?.name ?? null,
        wanted: seal.wanted,
        as: seal.as,
        decision: null,
        decidedAt: null,
        document: null,
        committeeName: null,
        reason: '',
      })),
    };
  }
  return {
    ...common,
    begun: true,
    why: first.why,
    label: first.label,
    via: chain.via,
    seals: seals.map((seal) => ({
      position: seal.position,
      authorityName: seal.authorityName,
      wanted: seal.wanted,
      as: seal.acts_as,
      decision: seal.decision,
      decidedAt: seal.decided_at,
      document:
        seal.document_number === null || seal.document_date === null
          ? null
          : { number: seal.document_number, date: seal.document_date },
      committeeName: committeeName(process, seal.committee),
      reason: seal.reason,
    })),
  };
}

function associationOf(process: Process, row: ApplicationRow): string | null {
  const used = process.plan.stages.some(({ waitsFor }) => waitsFor === 'association');
  return used ? (specialtyOf(process.plan, row.specialty)?.association?.name ?? null) : null;
}

function choiceOf(process: Process, row: ApplicationRow): Sealing['choice'] {
  const { committeeChoice: choice } = process.plan;
  if (!choice) return null;
  return {
    label: choice.label,
    committees: choice.committees.map(({ id, name, specialties }) => ({
      id,
      name,
      takes: specialties.includes(row.specialty),
      specialties: specialties.map((one) => specialtyOf(process.plan, one)?.name ?? one).join('、'),
    })),
  };
}

function committeeName(process: Process, id: string | null): string | null {
  if (id === null) return null;
  return process.plan.committeeChoice?.committees.find((one) => one.id === id)?.name ?? id;
}
