import { type Choice, CHOICES, type ItemCounts } from './decide.ts';
import { openVote, type RoundContext } from './envelope.ts';
import type { KeyPair } from './sealed-box.ts';

/** One envelope at the opening, with the applications its voter is recused from. */
export interface OpeningEnvelope {
  readonly sealed: Uint8Array;
  readonly recusedFrom: readonly string[];
}

/**
 * Opens a round: reads all envelopes, splits them by application, sorts, and returns counts only. What an expert chose
 * on an application the expert is recused from is not counted, whatever the envelope says.
 * @param absent for each attending expert without an envelope, the applications that expert is recused from
 */
export function openRound(
  context: RoundContext,
  pair: KeyPair,
  envelopes: readonly OpeningEnvelope[],
  absent: readonly (readonly string[])[],
): ReadonlyMap<string, ItemCounts> {
  const read = envelopes.map(({ sealed, recusedFrom }) => ({ choices: openVote(context, sealed, pair), recusedFrom }));
  const voters = [...read, ...absent.map((recusedFrom) => ({ choices: null, recusedFrom }))];
  return new Map(
    context.items.map((item, index) => {
      const cast = voters.map(({ choices, recusedFrom }) =>
        recusedFrom.includes(item) ? 'recused' : (choices?.[index] ?? 'missing'),
      );
      return [item, countItem(cast.toSorted())] as const;
    }),
  );
}

function countItem(cast: readonly (Choice | 'recused' | 'missing')[]): ItemCounts {
  const of = (wanted: string) => cast.filter((one) => one === wanted).length;
  const [yes, no, abstain] = CHOICES.map(of);
  return { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0, recused: of('recused'), missing: of('missing') };
}
