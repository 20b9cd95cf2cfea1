import type { Evaluation } from '../evaluate/evaluate.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { explain, VectorMismatch } from '../compile/explain.ts';
import type { Program } from '../compile/program.ts';
import { codeOf, stateOf } from '../compile/thermometer.ts';
import type { CompiledLevel, Vectors } from '../compile/vector.ts';
import { rankOf, STATES } from '../language/state.ts';

/** Changes whenever the order or meaning of the places of a vector does. */
export const ENGINE_VERSION = 1;

/** What a decision rested on and what came of it, small enough to keep for ever; rendering it again gives the same bytes. */
export interface StoredDecision {
  readonly engine: number;
  readonly pack: string;
  readonly packHash: string;
  readonly plan: string | null;
  readonly planHash: string | null;
  readonly level: string;
  /** SHA-256 of the dossier as frozen. */
  readonly snapshotHash: string;
  readonly asOf: string;
  readonly cutOff: string;
  /** Two bits for each place, then routes and the achievements of each item; base64. */
  readonly vector: string;
}

/** What a stored decision names; the hashes are made by whoever holds the texts. */
export type DecisionNames = Pick<StoredDecision, 'packHash' | 'planHash' | 'snapshotHash'>;

const itemsOf = ({ blocks }: Program): number => blocks.reduce((sum, { node }) => sum + node.of.length, 0);

/** The decision on dossier `index` of `vectors` as it is stored. */
export function storeDecision(
  { program }: CompiledLevel,
  vectors: Vectors,
  index: number,
  asOf: string,
  names: DecisionNames,
): StoredDecision {
  const { pack, plan, level } = program;
  return {
    engine: ENGINE_VERSION,
    pack: pack.id,
    plan: plan?.id ?? null,
    level: level.level,
    ...names,
    asOf,
    cutOff: plan?.achievementCutOff ?? asOf,
    vector: packed(program, vectors, index),
  };
}

/**
 * The full explanation of a stored decision on its dossier. Throws {@link VectorMismatch} when the level is not the one
 * decided on or the dossier is not the one decided about.
 */
export function replayDecision(decision: StoredDecision, compiled: CompiledLevel, dossier: Dossier): Evaluation {
  const { program } = compiled;
  const plan = program.plan?.id ?? null;
  if (decision.engine !== ENGINE_VERSION) throw new VectorMismatch(`引擎版本 ${decision.engine} 的结论不能由本版重现`);
  if (decision.pack !== program.pack.id || decision.level !== program.level.level || decision.plan !== plan) {
    throw new VectorMismatch('结论属于另一标准、层级或年度计划');
  }
  return explain(program, unpacked(decision.vector, compiled), 0, dossier, decision.asOf);
}

function packed(program: Program, vectors: Vectors, index: number): string {
  const places = program.slots.length;
  const items = itemsOf(program);
  const bytes = new Uint8Array(Math.ceil(places / 4) + program.routes.length + 4 * items);
  for (let place = 0; place < places; place += 1) {
    const rank = rankOf(stateOf(vectors.codes[index * places + place] ?? 0));
    const at = place >> 2;
    bytes[at] = (bytes[at] ?? 0) | (rank << (2 * (place & 3)));
  }
  let at = Math.ceil(places / 4);
  for (let route = 0; route < program.routes.length; route += 1) {
    bytes[at] = vectors.routes[index * program.routes.length + route] ?? 0;
    at += 1;
  }
  const view = new DataView(bytes.buffer);
  for (let item = 0; item < items; item += 1) view.setInt32(at + 4 * item, vectors.owned[index * items + item] ?? 0);
  return btoa(String.fromCharCode(...bytes));
}

function unpacked(text: string, compiled: CompiledLevel): Vectors {
  const { program } = compiled;
  const places = program.slots.length;
  const items = itemsOf(program);
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const before = Math.ceil(places / 4);
  if (bytes.length !== before + program.routes.length + 4 * items) throw new VectorMismatch('结论的长度与标准不符');
  const vectors = compiled.room(1);
  for (let place = 0; place < places; place += 1) {
    const rank = ((bytes[place >> 2] ?? 0) >> (2 * (place & 3))) & 3;
    vectors.codes[place] = codeOf(STATES[rank] ?? 'unmet');
  }
  vectors.routes.set(bytes.subarray(before, before + program.routes.length));
  const view = new DataView(bytes.buffer);
  for (let item = 0; item < items; item += 1)
    vectors.owned[item] = view.getInt32(before + program.routes.length + 4 * item);
  return vectors;
}
