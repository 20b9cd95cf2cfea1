import {
  acceptJoining,
  addEvidence,
  type ApplicationContent,
  askToJoin,
  attest,
  createApplication,
  editApplication,
  givePrivacyConsent,
  importArchive,
  previewArchiveImport,
  readApplication,
  readArchive,
  readPersonArchive,
  replacePhoto,
  scanPledgeSignature,
  submitArchiveRows,
  verifyArchiveRow,
} from '@zhiping/contract';
import { ARCHIVE_FORMAT, evidenceRulesOf, kindSpec, specialtyOf } from '@zhiping/core';
import { archiveOf } from './rows.ts';
import type { Case, World } from './world.ts';

const OWNERSHIP = {
  'public-institution': 'public-institution',
  enterprise: 'state-enterprise',
  private: 'private-enterprise',
  social: 'social-organisation',
} as const;
const ATTESTED = ['law-abiding', 'ethical', 'healthy', 'dutiful', 'learning', 'academic-honesty', 'no-fault'] as const;
const WITH_FILE = ['project', 'software-copyright', 'paper'] as const;

/** Without these verified no application is begun. */
const BASIC = ['basic', 'education', 'title'] as const;

/** The person agrees to the notice, joins the unit and hands in an archive, which the unit verifies. Answers the application's id. */
export async function beginCase(world: World, one: Case): Promise<string> {
  const person = await world.door.as(one.personId);
  const staff = await world.door.as(one.employer.staffId);
  await person(givePrivacyConsent, { body: { version: 1, sensitive: true } });
  const post = one.chance.pick(one.field.posts);
  const { request } = await person(askToJoin, { body: { unitId: one.employer.id, post } });
  await staff(acceptJoining, {
    params: { requestId: request?.id ?? '' },
    body: { joinedOn: `${Number(one.bornOn.slice(0, 4)) + 27}-03-01`, identityChecked: true },
  });
  await fillArchive(world, one, post);
  // Whoever stays at the draft is in the middle of it: the unit has not verified yet, or the form is half filled in.
  const unfinished = one.turns.get('draft')?.[0] === 'stop';
  const unverified = unfinished && one.chance.below(2) === 0;
  await verify(world, one, unverified ? BASIC : 'all');
  const { id } = await person(createApplication, {
    body: { planId: one.planId, specialty: one.specialty, level: one.level, route: 'normal' },
  });
  if (!unfinished) await fillForm(world, one, id);
  else if (!unverified) await begun(world, one, id);
  return id;
}

async function fillArchive(world: World, one: Case, post: string): Promise<void> {
  const person = await world.door.as(one.personId);
  const { employer, process } = one;
  const rows = archiveOf(
    one.chance,
    one.field,
    {
      ...one,
      unitName: employer.name,
      ownership: OWNERSHIP[employer.kind],
      affiliation: employer.affiliation,
      post,
      year: process.plan.year,
      specialty: specialtyOf(process.plan, one.specialty)?.name ?? one.specialty,
    },
    world.newId,
  );
  const { digest } = await person(previewArchiveImport, { body: { format: ARCHIVE_FORMAT, rows } });
  await person(importArchive, { body: { rows, digest } });
  for (const kind of WITH_FILE) {
    const row = rows.find((candidate) => candidate.kind === kind);
    if (row === undefined) continue;
    const purposes = [
      ...new Set(evidenceRulesOf(kind, process.plan.documents.evidence).flatMap(({ anyOf }) => anyOf.slice(0, 1))),
    ].slice(0, 8);
    await person(
      addEvidence,
      { params: { rowId: row.id }, body: { purposes: purposes.join(',') } },
      { file: world.papers.of(kind), fileName: `${kindSpec(kind).label}佐证.pdf` },
    );
  }
  const archive = await person(readArchive, {});
  await person(submitArchiveRows, { body: { rows: archive.rows.map(({ id, version }) => ({ id, version })) } });
}

async function verify(world: World, one: Case, kinds: readonly string[] | 'all'): Promise<void> {
  const staff = await world.door.as(one.employer.staffId);
  const { rows } = await staff(readPersonArchive, { params: { personId: one.personId } });
  for (const { id, version, kind, state } of rows) {
    if (state !== 'waiting' || (kinds !== 'all' && !kinds.includes(kind))) continue;
    await staff(verifyArchiveRow, { params: { rowId: id }, body: { version } });
  }
  if (kinds !== 'all') return;
  for (const id of ATTESTED) await staff(attest, { params: { personId: one.personId }, body: { id, holds: true } });
}

/** The form as somebody leaves it who goes on tomorrow. */
async function begun(world: World, one: Case, id: string): Promise<void> {
  const person = await world.door.as(one.personId);
  await person(editApplication, {
    params: { id },
    body: { version: 0, fields: { selfReport: `任现职以来，主要从事${one.field.duties}` } },
  });
}

/** Everything the plan asks for, signed where it asks for a signature. */
async function fillForm(world: World, one: Case, id: string): Promise<void> {
  const person = await world.door.as(one.personId);
  const { plan } = one.process;
  const archive = await person(readArchive, {});
  const rows = archive.rows.filter(({ kind, state }) => state === 'verified' && kindSpec(kind).achievement);
  const [first] = rows;
  const asked = (await person(readApplication, { params: { id } })).asks;
  const statements = (asked?.statements ?? [])
    .filter(({ required }) => required)
    .map(({ id: of, tied }) => [of, { text: summaryOf(one), rows: tied && first !== undefined ? [first.id] : [] }]);
  const fields: Partial<ApplicationContent> = {
    direction: specialtyOf(plan, one.specialty)?.directions?.[one.chance.below(4) % 2] ?? null,
    rows: rows.map((row) => row.id),
    representative: first?.id ?? null,
    selfReport: summaryOf(one),
    pledged: true,
    declassified: true,
    ownPart: true,
    statements: Object.fromEntries(statements),
    selfScore: selfScoreOf(one),
  };
  await person(editApplication, { params: { id }, body: { version: 0, fields } });
  if (plan.documents.photo?.uploaded === 'required') {
    const file = { file: world.papers.portrait(one.chance.below(100)), fileName: '证件照.jpg' };
    await person(replacePhoto, { body: { takenOn: `${plan.year}-03-15` } }, file);
  }
  if (plan.pledges.some(({ by, signed }) => by === 'applicant' && signed === true)) {
    await person(
      scanPledgeSignature,
      { params: { id }, body: {} },
      { file: world.papers.of('pledge'), fileName: '承诺书.pdf' },
    );
  }
}

/** Another one after a return, so that what comes in is not the same as before. */
export function summaryOf({ field, chance, name }: Case): string {
  const [years, cases] = [5 + chance.below(6), 3 + chance.below(9)];
  return `任现职 ${years} 年以来，${name}从事${field.duties}主持或参与${chance.pick(field.projects)}等项目 ${cases} 项，${chance.pick(field.parts)}发表论文，取得软件著作权，成果已在${chance.pick(field.clients)}应用。`;
}

/** Lines of the plan's table: by hand somewhere in the upper half, by rule the least there is. */
function selfScoreOf({ process, chance }: Case): ApplicationContent['selfScore'] {
  const lines = process.plan.selfScore?.blocks.flatMap((block) => block.lines) ?? [];
  return lines.map((line) => ({
    line: line.id,
    quantity: line.rule === 'by-hand' ? null : 0,
    points: line.rule === 'by-hand' ? Math.floor((line.max * (60 + chance.below(35))) / 100 / 10) * 10 : null,
    basis: '学历证书、项目合同和验收材料',
    evidence: '业绩档案对应条目',
  }));
}
