import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node as YamlNode } from 'yaml';
import type { Problem } from './problem.ts';

/** Deepest nesting and largest text accepted; a pack far beyond is a mistake or an attack. */
const MAX_TEXT = 2_000_000;

/** A YAML text parsed once; it can be read many times, with other readings chosen. */
export interface ParsedText {
  readonly file: string;
  readonly lines: LineCounter;
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}

export function parseText(file: string, text: string): ParsedText {
  const lines = new LineCounter();
  if (text.length > MAX_TEXT) {
    const message = `文件过大（超过 ${MAX_TEXT} 个字符）`;
    return { file, lines, root: null, problems: [{ file, line: 1, column: 1, path: '', message }] };
  }
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems = document.errors.map((error): Problem => {
    const at = lines.linePos(error.pos[0]);
    const message = `YAML 写法有误：${error.message.split('\n')[0] ?? ''}`;
    return { file, line: at.line, column: at.col, path: '', message };
  });
  return { file, lines, root: document.contents, problems };
}

interface Source {
  readonly file: string;
  readonly lines: LineCounter;
  readonly problems: Problem[];
}

/** One place in a YAML file: reads values of the expected shape and reports mistakes with line and column. */
export class Cursor {
  readonly path: string;
  readonly #source: Source;
  readonly #node: YamlNode | null;
  readonly #start: number;
  #hidden: readonly string[] = [];
  /** Maps whose keys stand for those written here, the last one first. */
  #over: readonly Cursor[] = [];

  private constructor(source: Source, node: YamlNode | null, path: string, start: number) {
    this.#source = source;
    this.#node = node;
    this.path = path;
    this.#start = start;
  }

  /** The root of a parsed text; YAML's own errors become problems. */
  static at(parsed: ParsedText, problems: Problem[]): Cursor {
    problems.push(...parsed.problems);
    return new Cursor({ file: parsed.file, lines: parsed.lines, problems }, parsed.root, '', 0);
  }

  static open(file: string, text: string, problems: Problem[]): Cursor {
    return Cursor.at(parseText(file, text), problems);
  }

  /** Reports a problem at this place; `offset` counts characters into a text value. */
  fail(message: string, offset = 0): void {
    const inText = isScalar(this.#node) && (this.#node.type === 'QUOTE_SINGLE' || this.#node.type === 'QUOTE_DOUBLE');
    const start = (this.#node?.range?.[0] ?? this.#start) + (inText ? 1 : 0);
    const at = this.#source.lines.linePos(start + offset);
    this.#source.problems.push({
      file: this.#source.file,
      line: at.line,
      column: at.col,
      path: this.path,
      message,
    });
  }

  get isNull(): boolean {
    return this.#node === null || (isScalar(this.#node) && this.#node.value === null);
  }
  get isMap(): boolean {
    return isMap(this.#node);
  }
  get isList(): boolean {
    return isSeq(this.#node);
  }

  keys(): readonly string[] {
    if (!isMap(this.#node)) return [];
    const keys = this.#node.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));
    return [...new Set([...keys, ...this.#over.flatMap((one) => one.keys())])].filter(
      (key) => !this.#hidden.includes(key),
    );
  }

  /** The value of a key, or undefined when the key is not written. */
  get(key: string): Cursor | undefined {
    if (!isMap(this.#node)) return undefined;
    const over = this.#over.find((one) => one.keys().includes(key));
    if (over) return over.get(key);
    for (const pair of this.#node.items) {
      if (isScalar(pair.key) && String(pair.key.value) === key) {
        const value = pair.value as YamlNode | null;
        return this.#child(value, this.path === '' ? key : `${this.path}.${key}`, pair.key.range?.[0] ?? this.#start);
      }
    }
    return undefined;
  }

  /** The elements of a list; reports when this is not one. */
  items(): readonly Cursor[] {
    if (!isSeq(this.#node)) {
      this.fail('应为列表');
      return [];
    }
    return this.#node.items.map((item, index) =>
      this.#child(item as YamlNode | null, `${this.path}[${index}]`, this.#start),
    );
  }

  /** The same map without some keys, for a reader that has taken them already. */
  without(hidden: readonly string[]): Cursor {
    const cursor = new Cursor(this.#source, this.#node, this.path, this.#start);
    cursor.#hidden = hidden;
    cursor.#over = this.#over;
    return cursor;
  }

  /** The same map with the keys of another written over its own. */
  withKeysOf(over: Cursor): Cursor {
    const cursor = this.without(this.#hidden);
    cursor.#over = [over, ...this.#over];
    return cursor;
  }

  #child(node: YamlNode | null, path: string, start: number): Cursor {
    const child = new Cursor(this.#source, isAlias(node) ? null : node, path, start);
    if (isAlias(node)) child.fail('不支持 YAML 别名，请用 ref');
    return child;
  }

  /** The plain value of a scalar: text, number, yes/no or null. */
  scalar(): unknown {
    return isScalar(this.#node) ? this.#node.value : undefined;
  }

  text(): string | undefined {
    const value = this.scalar();
    if (typeof value === 'string') return value;
    if (typeof value === 'number') {
      const written = isScalar(this.#node) ? this.#node.source : undefined;
      return written ?? String(value);
    }
    this.fail('应为文字');
    return undefined;
  }

  /** The text of a key; reports when the key is not written. */
  requiredText(key: string): string {
    const value = this.get(key);
    if (!value || value.isNull) {
      this.fail(`缺少 ${key}`);
      return '';
    }
    return value.text() ?? '';
  }

  optionalText(key: string): string | undefined {
    const value = this.get(key);
    return value && !value.isNull ? value.text() : undefined;
  }

  texts(key: string): readonly string[] {
    const value = this.get(key);
    if (!value || value.isNull) return [];
    return value.items().flatMap((item) => item.text() ?? []);
  }

  /** Reports every key that is not among the known ones. */
  onlyKeys(known: readonly string[]): void {
    if (!isMap(this.#node)) {
      this.fail('应为键值');
      return;
    }
    for (const key of this.keys()) {
      if (!known.includes(key)) this.get(key)?.fail(`没有这个键；可用：${known.join('、')}`);
    }
  }

  /** The whole value as plain data, for parts that a schema checks. */
  data(): unknown {
    return this.#node === null ? null : this.#node.toJSON();
  }
}
