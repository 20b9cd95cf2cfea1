import type { Run } from '../evaluate/run.ts';
import type { Node } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import type { Situation } from './apply.ts';

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

  constructor(pack: StandardPack, situation: Situation, run: Run) {
    this.pack = pack;
    this.situation = situation;
    this.run = run;
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
