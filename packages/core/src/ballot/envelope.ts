import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { CHOICES, type Choice } from './decide.ts';
import { type KeyPair, openSealed, SEAL_OVERHEAD, seal } from './sealed-box.ts';

/** What a vote is sealed for. Both sides state it, so that an envelope fits no other round and no other list. */
export interface RoundContext {
  readonly roundId: string;
  /** Applications in the order of the round. */
  readonly items: readonly string[];
}

const VERSION = 1;
/** Plain length is rounded up to this, so that no two rounds are told apart by a few items more or less. */
const BLOCK = 64;

/** Length in bytes of every envelope of a round. */
export function envelopeSize({ items }: RoundContext): number {
  return plainSize(items.length) + SEAL_OVERHEAD;
}

/**
 * Seals the vote of one expert on the whole round.
 * @param choices one for each item, in the order of the round
 * @param fresh 32 random bytes, never used twice
 * @throws RangeError where a choice is missing or unknown
 */
export function sealVote(
  context: RoundContext,
  choices: readonly Choice[],
  roundKey: Uint8Array,
  fresh: Uint8Array,
): Uint8Array {
  if (choices.length !== context.items.length) throw new RangeError('one choice for each application');
  const plain = new Uint8Array(plainSize(choices.length));
  plain[0] = VERSION;
  for (const [index, choice] of choices.entries()) {
    const code = CHOICES.indexOf(choice);
    if (code < 0) throw new RangeError('unknown choice');
    plain[index + 1] = code + 1;
  }
  return seal(roundKey, plain, contextText(context), fresh);
}

/** The choices of an envelope, or null where it cannot be read as a vote of this round. */
export function openVote(context: RoundContext, sealed: Uint8Array, pair: KeyPair): readonly Choice[] | null {
  const plain = openSealed(pair, sealed, contextText(context));
  if (plain === null || plain.length !== plainSize(context.items.length) || plain[0] !== VERSION) return null;
  const codes = Array.from(plain.subarray(1));
  const choices = codes.slice(0, context.items.length).flatMap((code) => CHOICES[code - 1] ?? []);
  const padded = codes.slice(context.items.length).every((code) => code === 0);
  return padded && choices.length === context.items.length ? choices : null;
}

/** What is recorded of an envelope before the round is opened. */
export function envelopeHash(sealed: Uint8Array): string {
  return bytesToHex(sha256(sealed));
}

function plainSize(items: number): number {
  return Math.ceil((items + 1) / BLOCK) * BLOCK;
}

function contextText({ roundId, items }: RoundContext): string {
  return `zhiping-ballot/1 vote ${roundId}\n${items.join('\n')}`;
}
