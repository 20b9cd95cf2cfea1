import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '@zhiping/contract';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

/** A sheet as people see it: the text of each cell, empty where there is none. Rows keep their place, blank ones too. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}
export interface ReadLimits {
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Unpacked bytes of all parts together; a small file may unpack to a huge one. */
  readonly maxBytes: number;
}
const LIMITS: ReadLimits = { maxRows: 5000, maxColumns: 100, maxBytes: 40_000_000 };

/**
 * Reads an .xlsx file. Of a formula the value last shown is taken; nothing is calculated, nothing outside is fetched.
 * @throws AppError `FILE_TYPE` where it is no workbook, `SPREADSHEET_TOO_LARGE` beyond the limits
 */
export async function readWorkbook(content: Buffer, limits: ReadLimits = LIMITS): Promise<readonly ReadSheet[]> {
  const parts = await unpack(content, limits).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('FILE_TYPE', { cause: error });
  });
  try {
    const shared = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
    const targets = relationsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '');
    return sheetsOf(parts.get('xl/workbook.xml') ?? '').map(({ name, relation }) => {
      const part = parts.get(posix.join('xl', targets.get(relation) ?? ''));
      if (part === undefined) throw new AppError('FILE_TYPE');
      return { name, rows: rowsOf(part, shared, limits) };
    });
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('FILE_TYPE', { cause: error });
  }
}

const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

function unpack(content: Buffer, limits: ReadLimits): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    let bytes = 0;
    yauzl.fromBuffer(content, { lazyEntries: true }, (failed, zip) => {
      if (failed !== null || zip === undefined) {
        reject(failed ?? new Error('no zip'));
        return;
      }
      zip.on('error', reject);
      zip.on('end', () => (parts.has('xl/workbook.xml') ? resolve(parts) : reject(new AppError('FILE_TYPE'))));
      zip.on('entry', (entry: yauzl.Entry) => {
        if (!WANTED.test(entry.fileName)) {
          zip.readEntry();
          return;
        }
        zip.openReadStream(entry, (unreadable, stream) => {
          if (unreadable !== null || stream === undefined) {
            reject(unreadable ?? new Error('no part'));
            return;
          }
          takeText(stream, (size) => {
            bytes += size;
            return bytes <= limits.maxBytes;
          }).then((text) => {
            parts.set(entry.fileName, text);
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}

async function takeText(stream: Readable, mayTake: (bytes: number) => boolean): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (!mayTake(chunk.length)) throw new AppError('SPREADSHEET_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}
interface Heard {
  readonly open?: (tag: Tag) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Walks through XML; a document type with entities of its own is never expanded. Prefixes of names are left out. */
function walk(xml: string, heard: Heard): void {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => heard.open?.({ name: local(name), attributes }));
  parser.on('text', (text) => heard.text?.(text));
  parser.on('cdata', (text) => heard.text?.(text));
  parser.on('closetag', ({ name }) => heard.close?.(local(name)));
  parser.write(xml).close();
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  if (xml === '') return strings;
  let current = '';
  let inText = false;
  // Phonetic guides (rPh) stand beside the text and are no part of it.
  let inGuide = false;
  walk(xml, {
    open: ({ name }) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inGuide = true;
      if (name === 't') inText = true;
    },
    text: (text) => {
      if (inText && !inGuide) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inGuide = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

function relationsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  walk(xml, {
    open: ({ name, attributes }) => {
      if (name === 'Relationship')
        targets.set(attributes.Id ?? '', (attributes.Target ?? '').replace(/^\/xl\//, '').replace(/^\//, '../'));
    },
  });
  return targets;
}

function sheetsOf(xml: string): readonly { readonly name: string; readonly relation: string }[] {
  const sheets: { name: string; relation: string }[] = [];
  walk(xml, {
    open: ({ name, attributes }) => {
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' });
    },
  });
  return sheets;
}

function rowsOf(xml: string, shared: readonly string[], limits: ReadLimits): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rowNumber = 0;
  let column = -1;
  let type = 'n';
  let value = '';
  let inValue = false;
  walk(xml, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = [];
        column = -1;
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
        if (!Number.isInteger(rowNumber) || rowNumber < 1 || rowNumber > limits.maxRows)
          throw new AppError('SPREADSHEET_TOO_LARGE');
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnIndex(attributes.r);
        if (column < 0 || column >= limits.maxColumns) throw new AppError('SPREADSHEET_TOO_LARGE');
        type = attributes.t ?? 'n';
        value = '';
      } else if (name === 'v' || name === 't') inValue = true;
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c' && value !== '') {
        while (row.length < column) row.push('');
        row[column] = type === 's' ? (shared[Number(value)] ?? '') : value;
      } else if (name === 'row') {
        while (rows.length < rowNumber - 1) rows.push([]);
        rows[rowNumber - 1] = row;
      }
    },
  });
  return rows;
}

function columnIndex(place: string): number {
  let index = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
