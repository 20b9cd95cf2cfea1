/**
 * A table from text with commas or tabs: quoted cells may hold separators, line ends and doubled quotes (RFC 4180). The
 * separator is the one that stands more often. A leading tab or apostrophe with which banks keep long numbers as text goes.
 */
export function parseTable(text: string): readonly (readonly string[])[] {
  const source = text.replace(/^\uFEFF/, '');
  const separator = count(source, '\t') > count(source, ',') ? '\t' : ',';
  const table: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.replace(/^[\t']+/, '').trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    table.push(row);
    row = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) endRow();
  return table;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
