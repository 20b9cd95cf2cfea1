import type { Outcome } from '../evaluate/outcome.ts';
import type { Run } from '../evaluate/run.ts';
import type { Node } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import type { Situation } from './apply.ts';
import type { Proposal } from './moves.ts';

/** Why a condition cannot be mended. */
export interface Blocked {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly reason: string;
}

/** What looking for proposals on one route knows; notes what cannot be mended. */
export class Finder {
  readonly pack: StandardPack;
  readonly situation: Situation;
  readonly run: Run;
  readonly #blocked = new Map<string, Blocked>();
  readonly #known = new Map<Outcome, readonly Proposal[]>();

  constructor(pack: StandardPack, situation: Situation, run: Run) {
    this.pack = pack;
    this.situation = situation;
    this.run = run;
  }

  /** The proposals for a condition, looked for once. */
  remembered(outcome: Outcome, find: () => readonly Proposal[]): readonly Proposal[] {
    const known = this.#known.get(outcome) ?? find();
    this.#known.set(outcome, known);
    return known;
  }

  block(node: Node, reason: string): void {
    if (!this.#blocked.has(node.id)) {
      this.#blocked.set(node.id, { id: node.id, label: node.label, text: node.text, reason });
    }
  }

  blockedAt(id: string): Blocked | null {
    return this.#blocked.get(id) ?? null;
  }
}
