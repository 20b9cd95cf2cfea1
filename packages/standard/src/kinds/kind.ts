import type { Cursor } from '../authoring/cursor.ts';
import type { Node, NodeBase } from '../language/node.ts';
import type { Predicate, Subject } from '../language/predicate.ts';
import type { State } from '../language/state.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Run } from '../evaluate/run.ts';

/** What a kind's parser may ask of the loader; every mistake is reported where it stands and parsing goes on. */
export interface ParseContext {
  /** A condition in a map; `fallbackId` when it carries no id of its own. */
  node(cursor: Cursor, fallbackId: string): Node | null;
  /** The conditions of a list, with ids `parent.1`, `parent.2`, … where none is written. */
  nodes(cursor: Cursor, parentId: string): readonly Node[];
  predicate(cursor: Cursor, subject: Subject): Predicate | null;
  /** A whole number ≥ 0, or `$parameter`. */
  integer(cursor: Cursor): number;
  /** The place where an id is referred to, so that an unknown one can be reported. */
  reference(cursor: Cursor, id: string, to: 'node' | 'outside'): void;
}

/** One kind of condition: how it is written, how it is evaluated, how its value follows from that of its parts. */
export interface Kind<N extends Node> {
  /** The key in YAML that says which kind it is, e.g. `at-least`. */
  readonly key: string;
  /** Other keys this kind reads. */
  readonly keys: readonly string[];
  /** Parses the value of the key; `map` holds the whole condition. Null after a reported mistake. */
  parse(value: Cursor, map: Cursor, base: NodeBase, context: ParseContext): N | null;
  evaluate(node: N, run: Run): Outcome;
  /** The value given that of the children; absent for leaves, whose value stands by itself. */
  combine?(node: N, children: readonly State[]): State;
}
