/** Money is counted in fen, as integers; these two are the only places where it is text. */

/** `28000` → `280.00`. */
export function yuanOf(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const [whole, rest] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}

/**
 * Reads an amount as banks print it: `280`, `280.0`, `1,280.00`, `￥280.00`, `280元`. Null where it is no amount in
 * whole fen; never rounds.
 */
export function fenOf(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥￥元]/g, '')
    .replace(/^\+/, '');
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (!match) return null;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -fen : fen;
}
