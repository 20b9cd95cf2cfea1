import { describeRecord } from '../evaluate/matching.ts';
import { yearOf } from '../evaluate/dates.ts';
import { rankOn, readClaim } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { startRun } from '../evaluate/evaluate.ts';
import type { Run } from '../evaluate/run.ts';
import type { DossierList } from '../dossier/dossier.ts';
import { fieldsOf } from '../dossier/fields.ts';
import type { StandardPack } from '../language/pack.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';
import { afterWaiting, titleDay } from './apply.ts';
import type { Situation } from './apply.ts';
import { ACTS } from './acts.ts';
import type { Wanted } from './conjunct.ts';
import { lacking } from './constraint.ts';
import type { Move, Place } from './moves.ts';
import { describeNeed } from '../explain/reasons.ts';
import { fieldText, needsText, wantedText } from './words.ts';

/** The Chinese name of a part of the dossier that is no list, as the schema says it: 品行, 继续教育. */
const partTitle = (part: string): string =>
  fieldsOf('dossier')
    .find(({ path }) => path[0] === part)
    ?.title.split('.')[0] ?? part;

const NEW_RECORD: Readonly<Record<DossierList, string>> = {
  achievements: '新增',
  assessments: '取得年度考核',
  degrees: '取得学位',
  educations: '取得学历',
  examinations: '通过考试',
  learning: '参加继续教育并登记学时',
  recommendations: '请专家推荐',
  skills: '取得技能等级',
  titles: '取得职称',
  workPeriods: '从事并填写工作',
};

/** Says moves in Chinese that a person can act on. `times` equal records are said at once. */
export class MoveWriter {
  readonly #pack: StandardPack;
  readonly #situation: Situation;
  readonly #run: Run;

  constructor(pack: StandardPack, situation: Situation) {
    this.#pack = pack;
    this.#situation = situation;
    const { dossier, asOf, plan } = situation;
    this.#run = startRun({ pack, dossier, asOf, ...(plan ? { plan } : {}) });
  }

  text(move: Move, times = 1): string {
    const { vocabulary } = this.#pack;
    switch (move.kind) {
      case 'add':
        return move.list === 'achievements' ? this.#achievement(move, times) : this.#record(move, times);
      case 'supply':
        return this.#supply(move);
      case 'mend':
        return this.#mend(move);
      case 'confirm': {
        const degrees = [...move.needs.values()].map(
          (wanted) => `${wanted.field.name}${wantedText(wanted, vocabulary)}`,
        );
        const qualities = move.qualities.map((quality) => wordLabel(vocabulary, 'quality', quality));
        return `由评审确认${this.#place(move.place, [])}：${[...degrees, ...qualities].join('，')}`;
      }
      case 'judge':
        return this.#judge(move.id);
      case 'assess':
        return `补充 ${move.years.join('、')} 年度考核（${[...move.needs.values()].map((wanted) => wantedText(wanted, vocabulary)).join('，')}）`;
      case 'wait':
        return waitText(this.#situation, move.until);
      default:
        return move satisfies never;
    }
  }

  #achievement(move: Extract<Move, { kind: 'add' }>, times: number): string {
    const { vocabulary } = this.#pack;
    const kinds = move.needs.get('kind');
    const what = kinds ? wantedText(kinds, vocabulary) : '业绩';
    const needs = needsText(move.needs, vocabulary);
    const qualities = move.qualities.map((quality) => wordLabel(vocabulary, 'quality', quality));
    const after = this.#run.rules.some(({ rule }) => rule === 'after-current-title')
      ? titleDay(this.#situation.dossier)
      : null;
    const cutOff = this.#situation.plan?.achievementCutOff ?? null;
    const days = [after === null ? '' : `${after} 之后`, cutOff === null ? '' : `${cutOff} 以前`].filter(Boolean);
    // Past the cut-off nothing new counts any more: only what was there and has not been stated.
    const head =
      cutOff !== null && this.#situation.asOf > cutOff ? '如此前已有而没有填，补报' : NEW_RECORD.achievements;
    const other = this.#mustBeOfOtherProject(move, times) ? '（与已有的及相互之间不是同一项目）' : '';
    return [
      `${head}${what} ${times} 项${other}${needs === '' ? '' : `：${needs}`}`,
      ...(days.length > 0 ? [`生效日期在 ${days.join('、')}`] : []),
      ...(qualities.length > 0 ? [`由评审确认${qualities.join('、')}`] : []),
    ].join('；');
  }

  /** One project counts once: a further record of a kind that is there must be of another project. */
  #mustBeOfOtherProject({ needs }: Extract<Move, { kind: 'add' }>, times: number): boolean {
    if (!this.#run.rules.some(({ rule }) => rule === 'one-per-project')) return false;
    const kinds = needs.get('kind')?.constraint;
    if (kinds?.form !== 'word') return false;
    const there = (this.#situation.dossier.achievements ?? []).filter(
      ({ kind, project }) => project !== undefined && (kinds.allowed & (1 << rankOn('achievement-kind', kind))) !== 0,
    );
    return there.length > 0 || (times > 1 && kinds.allowed === 1 << rankOn('achievement-kind', 'project'));
  }

  #record(move: Extract<Move, { kind: 'add' }>, times: number): string {
    const needs = needsText(move.needs, this.#pack.vocabulary);
    const there = this.#situation.dossier[move.list];
    const isFurther = move.list === 'recommendations' && there !== undefined && there.length > 0;
    const head =
      there === undefined
        ? `补填${this.#run.listTitle(move.list)}`
        : isFurther
          ? '另请专家推荐'
          : this.#isOver(move)
            ? '如此前已有而没有填，补填继续教育学时'
            : NEW_RECORD[move.list];
    const unit = move.list === 'recommendations' ? `${times} 名` : times > 1 ? `${times} 项` : '';
    const other = isFurther ? '（与已有的不是同一人）' : '';
    return `${head}${unit === '' ? '' : ` ${unit}`}${other}${needs === '' ? '' : `：${needs}`}`;
  }

  /** Whether learning is asked only of years that are past. */
  #isOver({ list, needs }: Extract<Move, { kind: 'add' }>): boolean {
    const year = needs.get('year')?.constraint;
    return list === 'learning' && year?.form === 'number' && year.most < yearOf(this.#situation.asOf);
  }

  /** What is not stated may turn out either way: the person writes what is so. */
  #supply({ place, needs }: Extract<Move, { kind: 'supply' }>): string {
    const { vocabulary } = this.#pack;
    const where = this.#place(place, needs.keys());
    if (place !== null) return `补填${where}：${needsText(needs, vocabulary)}`;
    const said = [...needs.values()].map((wanted) => {
      const { constraint, field } = wanted;
      if (constraint.form !== 'yes') return fieldText(wanted, vocabulary);
      const name = field.name.startsWith(where) ? field.name.slice(where.length) : field.name;
      return `是否${name}（为“${constraint.is ? '是' : '否'}”才符合）`;
    });
    return `补填${where}：${said.join('，')}`;
  }

  #mend(move: Extract<Move, { kind: 'mend' }>): string {
    const { vocabulary } = this.#pack;
    const where = this.#place(move.place, [move.field.path[0] ?? '']);
    const { constraint, field } = move;
    if (constraint.form === 'experts') {
      const record = this.#recordAt(move.place);
      const before = (record[field.path[0] ?? ''] ?? []) as readonly RecordData[];
      const needs = constraint.needs.map(
        (need) => `${lacking(need, before)} 名（${describeNeed(need.where, vocabulary)}）`,
      );
      return `为${where}再请${field.name} ${needs.join('，')}`;
    }
    if (constraint.form === 'claim') {
      const claim = readClaim(this.#recordAt(move.place)[field.path[0] ?? '']);
      const means = `以材料说明${where}的${field.name}达到${wantedText(move, vocabulary)}，由评审确认`;
      return claim?.claimed === 'none' ? `如确有${field.name}而没有写，${means}` : means;
    }
    if (move.place === null) return this.#act(move);
    return `使${where}做到：${fieldText(move, vocabulary)}`;
  }

  #act(wanted: Wanted): string {
    const path = wanted.field.path.join('.');
    if (path === 'probation.years') return `继续见习，见习年数 ${wantedText(wanted, this.#pack.vocabulary)}`;
    return ACTS[path] ?? `办到：${fieldText(wanted, this.#pack.vocabulary)}`;
  }

  #judge(id: string): string {
    const node = this.#run.node(id);
    const rule = node.kind === 'outside' ? this.#pack.outside.find((one) => one.id === node.slot) : undefined;
    return rule ? `由审核人按${rule.document}判断：${node.text}` : `由评审人员判断：${node.text}`;
  }

  #recordAt(place: Place): RecordData {
    const { dossier } = this.#situation;
    return place === null ? (dossier as RecordData) : ((dossier[place.list]?.[place.index] ?? {}) as RecordData);
  }

  #place(place: Place, keys: Iterable<string>): string {
    if (place === null) {
      const parts = new Set([...keys].map((key) => key.split('.')[0] ?? ''));
      return [...parts].map(partTitle).join('、');
    }
    const record = this.#recordAt(place);
    return `“${describeRecord(place.list, record, place.index, this.#run).name}”`;
  }
}

/** Until when, under which assumption. */
export function waitText(now: Situation, until: string): string {
  const later = afterWaiting(now, until);
  const years = yearOf(until) - yearOf(now.asOf);
  const more = (later.dossier.assessments?.length ?? 0) - (now.dossier.assessments?.length ?? 0);
  const going = more > 0 ? '，其间各年度考核须合格' : '';
  if (now.plan && years > 0) return `等到 ${yearOf(until)} 年度申报（按本年度的规则推算）${going}`;
  return `等到 ${until}，继续从事现在的工作${going}`;
}
