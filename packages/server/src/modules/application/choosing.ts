import { standardIn } from '@zhiping/contract';
import {
  dateAt,
  type Fields,
  type Jurisdiction,
  jurisdictionOf,
  levelNameOf,
  type Plan,
  type PlanLevel,
  type Process,
  type ScopeFacts,
  scopeRefusals,
  type Specialty,
} from '@zhiping/core';
import { planForEvaluation } from '@zhiping/standard';
import type { Selectable } from 'kysely';
import type { CodeEntry } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import type { Database } from '../../db/tables.ts';
import { factsOf, readRows } from '../archive/index.ts';
import { codesOn } from '../codes/index.ts';
import { findPolicy } from '../policy/index.ts';
import { unitTraitsOf } from './unit-traits.ts';

export type UnitRow = Selectable<Database['unit']>;

/** The basic facts of a person's archive; empty where nothing was entered. */
export async function basicFactsOf(ctx: Ctx, personId: string): Promise<Fields> {
  const rows = await readRows(ctx, personId, 'masked', { states: ['draft', 'waiting', 'verified', 'returned'] });
  return rows.map(factsOf).find(({ kind }) => kind === 'basic')?.fields ?? {};
}

/**
 * Why no application can be made yet: the unit has not verified the basic facts of the archive (product U1). Null when it
 * has.
 */
export async function basicsObstacle(ctx: Ctx, personId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('archive_row')
    .select('state')
    .where('person_id', '=', personId)
    .where('kind', '=', 'basic')
    .where('state', '!=', 'recycled')
    .executeTakeFirst();
  switch (row?.state) {
    case undefined:
      return '业绩档案里还没有基本信息，请先填写并提交单位核验';
    case 'draft':
      return '基本信息还没有提交单位核验，请在业绩档案中提交核验';
    case 'waiting':
      return '基本信息正在等待用人单位核验';
    case 'returned':
      return '基本信息已被用人单位退回，请按意见修改后重新提交核验';
    case 'verified':
    case 'recycled':
      return null;
  }
}

/** Why the person is outside the plan's scope by the own archive; empty when nothing speaks against it. */
export function outOfScope(plan: Plan, basic: Fields): string[] {
  return scopeRefusals(plan, scopeFactsOf(basic), planForEvaluation(plan).closesOn);
}

function scopeFactsOf(basic: Fields): ScopeFacts {
  const text = (name: string) => {
    const value = basic[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const labour = basic.labourRelation;
  return {
    employment: text('employment'),
    ownership: text('ownership'),
    region: text('region'),
    labourRelation: typeof labour === 'boolean' ? labour : undefined,
    freelanceSince: text('freelanceSince'),
  };
}

/** Which committee takes a case of this unit and person. */
export function acceptanceOf(
  plan: Plan,
  specialty: string,
  level: PlanLevel,
  unit: UnitRow,
  basic: Fields,
): Jurisdiction {
  return jurisdictionOf(plan, { specialty, level, unit: unitTraitsOf(unit, plan.scope.province, basic) });
}

/** Which committee takes a case, as a sentence. */
export function acceptanceWords(plan: Plan, answer: Jurisdiction): string {
  switch (answer.accepts) {
    case 'here':
      return '由本评委会受理';
    case 'entrusted':
      return `须先取得${answer.needs}，经评委会办公室受理后才能申报`;
    case 'elsewhere':
      return `由${answer.by}受理`;
    case 'ask':
      return `${answer.reason}，请向评委会办公室咨询（${plan.contacts.policy}）`;
    case 'level-not-offered':
      return `本评委会在这个专业只评${answer.offered.map((level) => levelNameOf(plan, level)).join('、')}；其他层级请向所在市或主管部门的评审委员会申报`;
    case 'unknown':
      return '没有这个专业';
  }
}

/** A specialty that left the catalogue takes no new applications; titles held in it stay (TJ 二(一)2). */
const catalogueWords = ({ name, validFrom, successorCode }: CodeEntry): string =>
  `专业目录自 ${validFrom} 起不再有“${name}”${successorCode === null ? '' : '，请按承接的专业申报'}`;

/** Specialties of a plan that the catalogue has ended by today, each with why; one it does not name is offered as the plan says. */
export async function endedSpecialties(
  ctx: Ctx,
  { plan }: Process,
  organiserId: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = plan.specialties.map(({ id }) => `${plan.jurisdiction}/${id}`);
  const entries = await codesOn(ctx, 'specialty', ids, dateAt(ctx.businessNowOf(organiserId)));
  return new Map(
    entries
      .filter(({ ended }) => ended)
      .map((entry) => [entry.code.slice(plan.jurisdiction.length + 1), catalogueWords(entry)]),
  );
}

/** Why the standard of a specialty cannot be chosen now; null when it can, and where it is checked by hand. */
export async function standardObstacle(
  ctx: Ctx,
  process: Process,
  specialty: Specialty,
  organiserId: string,
): Promise<string | null> {
  if (specialty.standard.pack === undefined) return null;
  const stored = await findPolicy(ctx, { by: 'latest', pack: specialty.standard.pack });
  if (!stored) return null;
  const { document } = standardIn(stored);
  const today = dateAt(ctx.businessNowOf(organiserId));
  if (document.repealedOn !== null && today >= document.repealedOn) {
    return `${document.number}已于 ${document.repealedOn} 废止`;
  }
  const last = planForEvaluation(process.plan).closesOn;
  return last < document.inForceFrom ? `${document.number}自 ${document.inForceFrom} 起施行` : null;
}
