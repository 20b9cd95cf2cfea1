const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The conditions of a standard (as written in standard.yaml) that a person decides, with the ids to write: a heading and a table. */
export function judgementTable(standard: unknown): string {
  const rows: string[] = [];
  collect(standard, '', rows);
  const { id, name } = isMap(standard) ? standard : {};
  const heading = `**\`${String(id)}\`** ${String(name)}：`;
  return [heading, '', '| 条件编号 | 印刷编号 | 判断什么 |', '|---|---|---|', ...rows].join('\n');
}

/** `label` is the nearest printed label above: a part without its own label belongs to it. */
function collect(value: unknown, label: string, rows: string[]): void {
  if (Array.isArray(value)) for (const part of value) collect(part, label, rows);
  if (!isMap(value)) return;
  const own = typeof value['label'] === 'string' && value['label'] !== '' ? value['label'] : label;
  if (typeof value['id'] === 'string' && (value['judge'] === true || typeof value['outside'] === 'string')) {
    rows.push(`| \`${value['id']}\` | ${own} | ${typeof value['text'] === 'string' ? value['text'] : ''} |`);
  }
  for (const part of Object.values(value)) collect(part, own, rows);
}
