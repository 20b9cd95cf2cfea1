import { AppError } from '@zhiping/contract';
import type { ActionInput, Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance, type ApplicationRow, chosenRowIds } from '../../application/index.ts';
import { assertNotOwn, readAttestations, readRows } from '../../archive/index.ts';

export interface Decided {
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly receipt: Receipt;
}

/** Statements without which the unit cannot say that it checked the basic conditions (LN-SEC 四). */
const NEEDED = ['law-abiding', 'ethical', 'healthy', 'dutiful', 'learning'] as const;
/** Rows that every application rests on, chosen or not. */
const BASIC_KINDS = ['basic', 'education', 'title'];

/**
 * The unit passes an application to its appraisal (LN-2024 五(二)1): every chosen row and the basic facts are verified, and
 * the unit has stated that each basic condition holds. Throws `UNIT_ROWS_UNVERIFIED`, `UNIT_ATTESTATION_DENIED` or
 * `UNIT_ATTESTATION_MISSING` with what is wrong or lacks.
 */
export async function acceptApplication(ctx: Ctx, row: ApplicationRow, version: number): Promise<Decided> {
  assertNotOwn(ctx, row.person_id);
  const chosen = new Set(chosenRowIds(row));
  const rows = await readRows(ctx, row.person_id, 'masked');
  const open = rows.filter(
    ({ stored }) =>
      stored.state !== 'verified' &&
      (chosen.has(stored.id) || (BASIC_KINDS.includes(stored.kind) && stored.state === 'waiting')),
  );
  const known = new Set(rows.map(({ stored }) => stored.id));
  const basics = rows.some(({ stored }) => stored.kind === 'basic' && stored.state === 'verified');
  if (open.length > 0 || !basics || Array.from(chosen).some((id) => !known.has(id))) {
    throw new AppError('UNIT_ROWS_UNVERIFIED', {
      details: { rows: open.map(({ stored }) => stored.id), basics },
    });
  }
  const attestations = await readAttestations(ctx, row.person_id);
  const denied = attestations.filter(({ id, holds }) => NEEDED.some((one) => one === id) && !holds);
  if (denied.length > 0) {
    throw new AppError('UNIT_ATTESTATION_DENIED', { details: { denied: denied.map(({ id }) => id) } });
  }
  const stated = new Set(attestations.map(({ id }) => id));
  const missing = NEEDED.filter((id) => !stated.has(id));
  if (missing.length > 0) throw new AppError('UNIT_ATTESTATION_MISSING', { details: { missing } });
  return decide(ctx, row.id, 'unit-accept', {}, version);
}

/** The unit gives an application back to its person with a list of what is wrong (LN-2024 五(二)). */
export async function returnApplication(
  ctx: Ctx,
  row: ApplicationRow,
  version: number,
  items: NonNullable<ActionInput['items']>,
): Promise<Decided> {
  assertNotOwn(ctx, row.person_id);
  return decide(ctx, row.id, 'unit-return', { items }, version);
}

export async function decide(
  ctx: Ctx,
  applicationId: string,
  action: string,
  input: ActionInput,
  version: number,
): Promise<Decided> {
  const { after, receipt } = await advance(ctx, applicationId, action, input, { version });
  return { id: after.id, stage: after.stage, version: after.version, receipt };
}
