import type { ApplicationContent, ApplicationSnapshot } from '@zhiping/contract';
import type { Process } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { readAttestations, type RowWithFiles } from '../archive/index.ts';
import { fittingPhoto } from '../photo/index.ts';
import { factsFor } from './facts.ts';
import { consentFacts } from './consents.ts';
import { contentOf } from './content.ts';
import { readMaterial } from './material.ts';
import { appointmentRows } from './posts.ts';
import { snapshotOf } from './snapshot.ts';
import type { ApplicationRow } from './target.ts';

/** What a submission of this content would freeze now. */
export async function snapshotFor(
  ctx: Ctx,
  process: Process,
  row: ApplicationRow,
  content: ApplicationContent,
  rows: readonly RowWithFiles[],
): Promise<ApplicationSnapshot> {
  const { tx } = ctx;
  const person = await tx.selectFrom('person').select('name').where('id', '=', row.person_id).executeTakeFirstOrThrow();
  const unit = await tx.selectFrom('unit').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const attestations = await readAttestations(ctx, row.person_id);
  const facts = await factsFor(ctx, row);
  return snapshotOf({
    process,
    row,
    content,
    rows,
    applicantName: person.name,
    unitName: unit.name,
    attestations,
    appointments: await appointmentRows(ctx, row.person_id),
    facts: { ...facts, consents: await consentFacts(ctx, row.id) },
    photo: await fittingPhoto(ctx, process.plan, row),
  });
}

/** What the application as it stands would submit now. */
export async function draftSnapshot(ctx: Ctx, process: Process, row: ApplicationRow): Promise<ApplicationSnapshot> {
  return snapshotFor(ctx, process, row, contentOf(row), await readMaterial(ctx, row.person_id));
}
