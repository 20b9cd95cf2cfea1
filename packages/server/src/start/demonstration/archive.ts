import { headingOf, kindSpec, PURPOSES, type Purpose } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { renderDocument } from '../../documents/index.ts';
import { saveFile } from '../../files/index.ts';
import { readNumbers } from '../../modules/account/index.ts';
import { closeFields } from '../../modules/archive/index.ts';
import { dateInShanghai, type Instant } from '../../time/clocks.ts';
import type { DemonstrationRow } from './archive-people.ts';
import type { ProvinceMember } from './province.ts';
import { seedPhoto } from './photo.ts';
import { PROVINCES } from './provinces/index.ts';

/** Binds the applicants who have none to their units and gives them archives: much is verified, some waits, some is a draft. */
export async function seedArchive(ctx: Ctx): Promise<void> {
  for (const { organiser, members } of PROVINCES) {
    for (const member of members) await seedMember(ctx, member, ctx.businessNowOf(organiser.id));
  }
}

async function seedMember(ctx: Ctx, member: ProvinceMember, at: Instant): Promise<void> {
  const personId = await personOf(ctx, member.username);
  const joined = await ctx.tx
    .selectFrom('unit_member')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (joined !== undefined) return;
  const verifierId = await personOf(ctx, member.staff);
  await ctx.tx
    .insertInto('unit_member')
    .values({
      id: ctx.newId(),
      unit_id: member.unitId,
      person_id: personId,
      post: member.post,
      joined_on: member.joinedOn,
      left_on: null,
    })
    .execute();
  await seedPhoto(ctx, personId, member.username, at);
  for (const row of member.rows) await seedRow(ctx, { personId, verifierId, unitId: member.unitId, at }, row);
}

interface Owner {
  readonly personId: string;
  readonly verifierId: string;
  readonly unitId: string;
  /** Business time of the province. */
  readonly at: Instant;
}

async function seedRow(ctx: Ctx, owner: Owner, row: DemonstrationRow): Promise<void> {
  const id = ctx.newId();
  const numbers = row.kind === 'basic' ? await readNumbers(ctx, owner.personId) : null;
  const fields = numbers === null ? row.fields : { ...row.fields, idNumber: numbers.idNumber, phone: numbers.phone };
  const closed = await closeFields(ctx, { id, personId: owner.personId, kind: row.kind }, fields);
  const verified = row.state === 'verified';
  await ctx.tx
    .insertInto('archive_row')
    .values({
      id,
      person_id: owner.personId,
      unit_id: owner.unitId,
      kind: row.kind,
      state: row.state,
      fields: JSON.stringify(closed.open),
      sealed: closed.sealed,
      field_versions: JSON.stringify({}),
      version: 1,
      submitted_at: row.state === 'draft' ? null : owner.at,
      verified_at: verified ? owner.at : null,
      verified_by: verified ? owner.verifierId : null,
      created_at: owner.at,
      updated_at: owner.at,
    })
    .execute();
  for (const [index, purposes] of (row.files ?? []).entries()) {
    await seedFile(ctx, owner, { id, row, purposes, number: `${id.slice(-8)}-${index + 1}` });
  }
}

async function seedFile(
  ctx: Ctx,
  owner: Owner,
  { id, row, purposes, number }: { id: string; row: DemonstrationRow; purposes: readonly Purpose[]; number: string },
): Promise<void> {
  const shows = purposes.map((purpose) => PURPOSES[purpose]).join('、');
  const heading = headingOf(row);
  const pdf = await renderDocument('sample-paper', {
    number,
    verificationCode: '演示',
    issuedOn: dateInShanghai(owner.at),
    watermark: '演示数据',
    title: shows.slice(0, 60),
    issuer: '演示数据，非真实材料',
    lines: linesOf(row),
    text: `本页是“${heading}”的演示材料，用来说明${kindSpec(row.kind).label}应当上传什么。`,
  });
  const file = await saveFile(ctx, {
    content: Buffer.from(pdf),
    name: `${heading.slice(0, 30)} ${shows.slice(0, 30)}.pdf`,
    mediaType: 'application/pdf',
    ownerPersonId: owner.personId,
  });
  await ctx.tx
    .insertInto('archive_evidence')
    .values({
      id: ctx.newId(),
      row_id: id,
      person_id: owner.personId,
      unit_id: owner.unitId,
      blob_id: file.id,
      name: file.name,
      media_type: file.mediaType,
      bytes: BigInt(file.bytes),
      sameness: Buffer.from(file.sameness, 'hex'),
      purposes: [...purposes],
      uploaded_at: owner.at,
      removed_at: null,
    })
    .execute();
}

/** What the row says, as a paper would. */
function linesOf(row: DemonstrationRow): { label: string; value: string }[] {
  return kindSpec(row.kind)
    .fields.flatMap((field) => {
      const value = row.fields[field.name];
      if (value === undefined || value === null) return [];
      if (field.type === 'choice') {
        return [{ label: field.label, value: field.choices.find((one) => one.value === value)?.label ?? '' }];
      }
      if (field.type === 'flag') return [{ label: field.label, value: value === true ? '是' : '否' }];
      if (field.type === 'choices' || field.type === 'row') return [];
      return [{ label: field.label, value: String(value) }];
    })
    .slice(0, 20);
}

async function personOf(ctx: Ctx, username: string): Promise<string> {
  const account = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return account.person_id;
}
