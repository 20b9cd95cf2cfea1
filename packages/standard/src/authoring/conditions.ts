import { PARSERS } from '../kinds/index.ts';
import type { ParseContext } from '../kinds/kind.ts';
import type { Node, NodeBase } from '../language/node.ts';
import type { Predicate, Subject } from '../language/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Cursor } from './cursor.ts';
import { parsePredicate } from './predicate.ts';
import type { ReadingEffects } from './readings.ts';
import { rewritten } from './rewrite.ts';

const BASE_KEYS = ['id', 'label', 'text', 'note', 'readings', 'routes'];
const ID = /^[a-z0-9][a-z0-9.-]*$/;
/** Deeper nesting than any document has. */
const MAX_DEPTH = 40;

interface Reference {
  readonly at: Cursor;
  readonly id: string;
  readonly to: 'node' | 'outside' | 'reading';
}

/** Reads conditions; keeps what it has seen so that ids and references can be checked when everything is read. */
export class ConditionReader implements ParseContext {
  readonly ids = new Map<string, Node>();
  readonly references: Reference[] = [];
  readonly usedParameters = new Set<string>();
  readonly usedEffects = new Set<string>();
  readonly #vocabulary: Vocabulary;
  readonly #parameters: ReadonlyMap<string, string | number>;
  readonly #effects: ReadingEffects;
  /** The ids around the place being read, outermost first. */
  #path: readonly string[] = [];

  constructor(vocabulary: Vocabulary, parameters: ReadonlyMap<string, string | number>, effects: ReadingEffects) {
    this.#vocabulary = vocabulary;
    this.#parameters = parameters;
    this.#effects = effects;
  }

  nodes(cursor: Cursor, parentId: string): readonly Node[] {
    const items = [...cursor.items(), ...this.#joined(parentId)];
    const nodes = items.flatMap((item, index) => this.node(item, `${parentId}.${index + 1}`) ?? []);
    if (nodes.length === 0) cursor.fail('至少要有一个条件');
    return nodes;
  }

  /** What the chosen readings add to the conditions of one. */
  #joined(parentId: string): readonly Cursor[] {
    const joined = this.#effects.joined.get(parentId);
    if (joined) this.usedEffects.add(parentId);
    return joined?.items() ?? [];
  }

  /** Reads what stands inside a condition or counting rule. */
  within<T>(id: string, read: () => T): T {
    const around = this.#path;
    this.#path = [...around, id];
    try {
      return read();
    } finally {
      this.#path = around;
    }
  }

  /** The condition or counting rule as the chosen readings write it. */
  changed(cursor: Cursor, id: string): Cursor {
    const changes = this.#effects.changes.get(id);
    if (!changes) return cursor;
    this.usedEffects.add(id);
    return changes.reduce((written, change) => written.withKeysOf(change), cursor);
  }

  node(cursor: Cursor, fallbackId: string): Node | null {
    if (!cursor.isMap) {
      cursor.fail('应为条件（键值）');
      return null;
    }
    if (this.#path.length > MAX_DEPTH) {
      cursor.fail('条件嵌套过深');
      return null;
    }
    const id = cursor.optionalText('id') ?? fallbackId;
    if (this.#effects.dropped.has(id)) {
      this.usedEffects.add(id);
      return null;
    }
    const replacement = this.#effects.replacements.get(id);
    if (replacement) this.usedEffects.add(id);
    const written = replacement ?? cursor;
    const changed = this.changed(written, id);
    const node = this.within(id, () => this.#read(changed, written === cursor ? changed : cursor, id));
    if (node) this.#remember(node, cursor);
    return node;
  }

  /** Reads `map` as the condition `id`; label, readings and note that it does not state are those of `original`. */
  #read(map: Cursor, original: Cursor, id: string): Node | null {
    if (!ID.test(id)) (map.get('id') ?? map).fail('编号只能用小写字母、数字、点和短横');
    const kinds = map.keys().filter((key) => PARSERS.has(key));
    const [key] = kinds;
    const parser = key === undefined ? undefined : PARSERS.get(key);
    if (!parser || kinds.length > 1) {
      const all = [...PARSERS.keys()].join('、');
      map.fail(kinds.length === 0 ? `没有写条件种类；可用：${all}` : `一个条件只能有一种：现有 ${kinds.join('、')}`);
      return null;
    }
    map.onlyKeys([...BASE_KEYS, parser.key, ...parser.keys, ...(map === original ? [] : ['text'])]);
    const value = map.get(parser.key);
    if (!value) return null;
    const readings = map.get('readings') ? this.#readings(map) : this.#readings(original);
    const note = map.optionalText('note') ?? original.optionalText('note');
    const base: NodeBase = {
      id,
      label: map.optionalText('label') ?? original.optionalText('label') ?? '',
      text: map.optionalText('text') ?? original.optionalText('text') ?? '',
      readings,
      ...(note === undefined ? {} : { note }),
    };
    return parser.parse(value, map, base, this);
  }

  #readings(map: Cursor): readonly string[] {
    const written = map.get('readings');
    if (!written || written.isNull) return [];
    return written.items().flatMap((item) => {
      const id = item.text();
      if (id === undefined) return [];
      this.references.push({ at: item, id, to: 'reading' });
      return [id];
    });
  }

  #remember(node: Node, at: Cursor): void {
    if (this.ids.has(node.id)) at.fail(`编号 ${node.id} 用了两次`);
    this.ids.set(node.id, node);
  }

  predicate(cursor: Cursor, subject: Subject): Predicate | null {
    const source = cursor.text();
    if (source === undefined) return null;
    const context = { vocabulary: this.#vocabulary, parameters: this.#watched() };
    const { rewrites } = this.#effects;
    const path = this.#path;
    return parsePredicate(
      source,
      subject,
      context,
      (message, at) => cursor.fail(message, at),
      (syntax) => rewritten(syntax, rewrites, path),
    );
  }

  /** The parameters, noting which of them are used. */
  #watched(): ReadonlyMap<string, string | number> {
    const used = this.usedParameters;
    const parameters = this.#parameters;
    return new (class extends Map<string, string | number> {
      override get(name: string): string | number | undefined {
        used.add(name);
        return parameters.get(name);
      }
    })();
  }

  integer(cursor: Cursor): number {
    const written = cursor.scalar();
    const name = typeof written === 'string' && written.startsWith('$') ? written.slice(1) : undefined;
    if (name !== undefined) this.usedParameters.add(name);
    const value = name === undefined ? written : this.#parameters.get(name);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    cursor.fail(name !== undefined && value === undefined ? `没有参数 $${name}` : '应为不小于 0 的整数');
    return 1;
  }

  reference(cursor: Cursor, id: string, to: 'node' | 'outside'): void {
    this.references.push({ at: cursor, id, to });
  }
}
