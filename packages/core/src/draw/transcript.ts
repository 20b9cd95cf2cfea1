import { canonicalJson } from '../record/canonical.ts';
import { sha256Hex } from '../record/hash.ts';
import { commitDraw, commitSecret } from './commit.ts';
import { drawnOrder, drawSeed } from './order.ts';
import type { DrawCommitment, DrawInput, DrawReveal, DrawTranscript } from './types.ts';
import { walk } from './walk.ts';

/** What does not agree in a transcript, in the order it is checked. */
export type DrawFault =
  | 'format' // fields nobody knows, which no hash of the draw itself would cover
  | 'commitment' // pool, rules or recusals are not those committed to
  | 'office-secret'
  | 'supervisor-secret'
  | 'public-value' // a value although none was announced, or none although one was
  | 'seed'
  | 'order'
  | 'outcome'
  | 'hash';

/** Completes a committed draw. @throws RangeError where the revealed values do not fit the commitment */
export function completeDraw(input: DrawInput, commitment: DrawCommitment, reveal: DrawReveal): DrawTranscript {
  const fault = revealFaults(input, commitment, reveal)[0];
  if (fault !== undefined) throw new RangeError(fault);
  const { pool, rules, recusals } = input;
  const seed = drawSeed(commitment, reveal);
  const order = drawnOrder(seed, pool);
  const open = {
    commitment,
    pool,
    rules,
    recusals,
    reveal,
    seed,
    order: order.map(({ code }) => code),
    ...walk(order, rules, recusals),
  };
  return { ...open, hash: sha256Hex(canonicalJson(open)) };
}

/** Repeats a draw from its transcript. An empty answer means: reproduced. */
export function drawFaults(transcript: DrawTranscript): readonly DrawFault[] {
  const { hash, ...open } = transcript;
  const { commitment, reveal, pool, rules, recusals, seed, order } = transcript;
  const { members, reserves, passed, short } = transcript;
  const again = drawnOrder(seed, pool);
  return [
    ...when(!hasExactly(transcript, FIELDS) || !hasExactly(reveal, REVEAL_FIELDS), 'format'),
    ...revealFaults({ pool, rules, recusals }, commitment, reveal),
    ...when(seed !== drawSeed(commitment, reveal), 'seed'),
    ...when(
      !sameJson(
        order,
        again.map(({ code }) => code),
      ),
      'order',
    ),
    ...when(!sameJson({ members, reserves, passed, short }, walk(again, rules, recusals)), 'outcome'),
    ...when(hash !== sha256Hex(canonicalJson(open)), 'hash'),
  ];
}

const FIELDS = [
  'commitment',
  'pool',
  'rules',
  'recusals',
  'reveal',
  'seed',
  'order',
  'members',
  'reserves',
  'passed',
  'short',
  'hash',
];
const REVEAL_FIELDS = ['publicValue', 'officeSecret', 'supervisorSecret'];

function hasExactly(value: object, fields: readonly string[]): boolean {
  return sameJson(Object.keys(value).toSorted(), fields.toSorted());
}

function revealFaults(input: DrawInput, commitment: DrawCommitment, reveal: DrawReveal): readonly DrawFault[] {
  const { number, officeCommitment, supervisorCommitment, publicSource } = commitment;
  return [
    ...when(!sameJson(commitDraw(input, commitment), commitment), 'commitment'),
    ...when(!opens(officeCommitment, number, 'office', reveal.officeSecret), 'office-secret'),
    ...when(!opens(supervisorCommitment, number, 'supervisor', reveal.supervisorSecret), 'supervisor-secret'),
    ...when((publicSource.kind === 'none') !== (reveal.publicValue === ''), 'public-value'),
  ];
}

function opens(commitment: string, number: string, holder: 'office' | 'supervisor', secret: string): boolean {
  return /^[0-9a-f]{64}$/.test(secret) && commitSecret(number, holder, secret) === commitment;
}

function when(wrong: boolean, fault: DrawFault): readonly DrawFault[] {
  return wrong ? [fault] : [];
}

function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
