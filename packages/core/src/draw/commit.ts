import { canonicalJson } from '../record/canonical.ts';
import { type Hash, leafHash, sha256Hex } from '../record/hash.ts';
import { rootOf } from '../record/merkle.ts';
import { framedHash } from './framed.ts';
import { DRAW_FORMAT, type DrawCommitment, type DrawInput, type DrawRecusal, type PoolEntry } from './types.ts';

export type SecretHolder = 'office' | 'supervisor';

/** What a holder publishes before the draw, so that the secret cannot be chosen afterwards. */
export function commitSecret(number: string, holder: SecretHolder, secretHex: string): Hash {
  if (!/^[0-9a-f]{64}$/.test(secretHex)) throw new RangeError('a draw secret is 32 bytes in hexadecimal');
  return framedHash([`${DRAW_FORMAT} secret`, number, holder, secretHex]);
}

export function poolLeaf(entry: PoolEntry): Hash {
  return leafHash(canonicalJson(entry));
}

/** Root over the pool, sorted by code. */
export function poolRootOf(pool: readonly PoolEntry[]): Hash {
  return rootOf(byCode(pool).map(poolLeaf));
}

export function recusalRootOf(recusals: readonly DrawRecusal[]): Hash {
  return rootOf(byCode(recusals).map((recusal) => leafHash(canonicalJson(recusal))));
}

/** The commitment of a draw: to be recorded before the public value is known and before any secret is shown. */
export function commitDraw(
  input: DrawInput,
  announced: Pick<DrawCommitment, 'number' | 'officeCommitment' | 'supervisorCommitment' | 'publicSource'>,
): DrawCommitment {
  assertInput(input);
  return {
    format: DRAW_FORMAT,
    number: announced.number,
    poolRoot: poolRootOf(input.pool),
    rulesHash: sha256Hex(canonicalJson(input.rules)),
    recusalRoot: recusalRootOf(input.recusals),
    officeCommitment: announced.officeCommitment,
    supervisorCommitment: announced.supervisorCommitment,
    publicSource: announced.publicSource,
  };
}

/** @throws RangeError for codes that occur twice, unknown recused codes, or rules that contradict themselves */
export function assertInput({ pool, rules, recusals }: DrawInput): void {
  const codes = new Set(pool.map(({ code }) => code));
  if (codes.size !== pool.length) throw new RangeError('a pool code occurs twice');
  if (new Set(recusals.map(({ code }) => code)).size !== recusals.length) throw new RangeError('recused twice');
  if (recusals.some(({ code }) => !codes.has(code))) throw new RangeError('recused code is not in the pool');
  const wholes = [rules.members, rules.reserves, ...rules.quotas.map(({ min }) => min)];
  if (wholes.some((n) => !Number.isInteger(n) || n < 0)) throw new RangeError('counts are whole numbers');
  if (rules.quotas.reduce((sum, { min }) => sum + min, 0) > rules.members) throw new RangeError('minima exceed seats');
  if (rules.quotas.some(({ min, max }) => max !== null && max < min))
    throw new RangeError('a maximum is below its minimum');
  if (new Set(rules.quotas.map(({ stratum }) => stratum)).size !== rules.quotas.length) {
    throw new RangeError('two quotas for one stratum');
  }
}

function byCode<T extends { readonly code: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
