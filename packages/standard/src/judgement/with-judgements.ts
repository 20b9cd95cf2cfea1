import type { Dossier } from '../dossier/dossier.ts';

/** What a person decided on an open judgement. */
export interface DecidedJudgement {
  /** As in `OpenJudgement`. */
  readonly id: string;
  /** One of its choices. */
  readonly answer: string;
  readonly by: string;
  readonly reason: string;
}

type Achievement = NonNullable<Dossier['achievements']>[number];

/**
 * The dossier as the reviewer's decisions leave it: a decision on a condition stands under its id, a quality is confirmed or
 * denied, a claimed degree is confirmed up to the word decided (P6). The dossier itself stays as it was handed in.
 * @throws RangeError where an id is of no known form
 */
export function withJudgements(dossier: Dossier, decided: readonly DecidedJudgement[]): Dossier {
  return decided.reduce<Dossier>((before, one) => {
    const subject = subjectOf(one.id);
    switch (subject.kind) {
      case 'condition':
        return {
          ...before,
          judgements: {
            ...before.judgements,
            [subject.condition]: { result: one.answer === 'met' ? 'met' : 'unmet', by: one.by, reason: one.reason },
          },
        };
      case 'quality':
        return withAchievement(before, subject.achievement, (record) => ({
          ...record,
          qualities: { ...record.qualities, [subject.name]: one.answer === 'met' },
        }));
      case 'claim':
        return withAchievement(before, subject.achievement, (record) => ({
          ...record,
          [subject.name]: confirmed(record, subject.name, one.answer),
        }));
      default:
        return subject satisfies never;
    }
  }, dossier);
}

type Subject =
  | { readonly kind: 'condition'; readonly condition: string }
  | { readonly kind: 'claim' | 'quality'; readonly achievement: string; readonly name: string };

/** What an id is about; the id of an achievement may itself contain colons. */
function subjectOf(id: string): Subject {
  const [, kind, rest = ''] = /^(condition|quality|claim):(.+)$/s.exec(id) ?? [];
  if (kind === 'condition') return { kind, condition: rest };
  if (kind !== 'quality' && kind !== 'claim') throw new RangeError(`no judgement is called ${id}`);
  const last = rest.lastIndexOf(':');
  return { kind, achievement: rest.slice(0, last), name: rest.slice(last + 1) };
}

function confirmed(record: Achievement, field: string, answer: string): unknown {
  const value = (record as Readonly<Record<string, unknown>>)[field];
  const claimed = typeof value === 'string' ? value : (value as { claimed?: string } | undefined)?.claimed;
  return { claimed, confirmed: answer };
}

function withAchievement(dossier: Dossier, id: string, change: (record: Achievement) => object): Dossier {
  return {
    ...dossier,
    achievements: dossier.achievements?.map((record) => (record.id === id ? (change(record) as Achievement) : record)),
  };
}
