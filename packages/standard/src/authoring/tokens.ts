/** A piece of a predicate with its place in the text. */
export interface Token {
  readonly type: 'word' | 'number' | 'date' | 'text' | 'symbol' | 'parameter' | 'end';
  readonly value: string;
  readonly at: number;
}

const SPACE = /[\s\u3000]/;
/** Letters of any script, digits, and the marks that occur inside official words: 市（厅）级, 新产品、新技术. */
const WORD = /[\p{L}\p{N}_.\-（）、/·]/u;
const SYMBOLS = ['>=', '<=', '!=', '≥', '≤', '≠', '=', '>', '<', '(', ')', '[', ']', ',', '，'] as const;
const SAME: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '!=', '，': ',' };
/** Connectives in both languages. */
const CONNECTIVES: Readonly<Record<string, string>> = {
  and: 'and',
  且: 'and',
  or: 'or',
  或: 'or',
  not: 'not',
  非: 'not',
  in: 'in',
  属于: 'in',
  不属于: 'not in',
};

/** Cuts a predicate into tokens; `fail` is told of every character that belongs nowhere. */
export function tokenize(source: string, fail: (message: string, at: number) => void): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    if (SPACE.test(char)) {
      at += 1;
      continue;
    }
    if (char === "'" || char === '"') {
      const end = source.indexOf(char, at + 1);
      if (end < 0) {
        fail('引号没有结束', at);
        break;
      }
      tokens.push({ type: 'text', value: source.slice(at + 1, end), at });
      at = end + 1;
      continue;
    }
    const symbol = SYMBOLS.find((candidate) => source.startsWith(candidate, at));
    if (symbol) {
      tokens.push({ type: 'symbol', value: SAME[symbol] ?? symbol, at });
      at += symbol.length;
      continue;
    }
    const start = at;
    if (char === '$') at += 1;
    while (at < source.length && WORD.test(source[at] ?? '')) at += 1;
    const run = source.slice(start, at);
    if (run === '' || run === '$') {
      fail(`不认识的符号 ${char}`, start);
      at = start + 1;
      continue;
    }
    tokens.push(classify(run, start));
  }
  tokens.push({ type: 'end', value: '', at: source.length });
  return tokens;
}

function classify(run: string, at: number): Token {
  if (run.startsWith('$')) return { type: 'parameter', value: run.slice(1), at };
  if (/^\d{4}-\d{2}-\d{2}$/.test(run)) return { type: 'date', value: run, at };
  if (/^\d+$/.test(run)) return { type: 'number', value: run, at };
  const connective = CONNECTIVES[run];
  return connective ? { type: 'symbol', value: connective, at } : { type: 'word', value: run, at };
}
