import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Reads the two things of a TrueType or OpenType file that decide whether a name can be printed: which characters it
 * draws (`cmap`, formats 4 and 12) and its family name (`name`, id 16 or 1). Everything else is the typesetter's work.
 */
export interface FontFacts {
  readonly family: string;
  readonly covers: (codePoint: number) => boolean;
}

type Ranges = readonly (readonly [first: number, last: number])[];

/** Reads only the two tables, not the ten megabytes of outlines. Throws when the file holds none that can be read. */
export function readFont(path: string): FontFacts {
  const file = openSync(path, 'r');
  try {
    const directory = new Map(
      Array.from({ length: readAt(file, 4, 2).readUInt16BE() }, (_, index) => {
        const entry = readAt(file, 12 + index * 16, 16);
        return [entry.toString('latin1', 0, 4), { at: entry.readUInt32BE(8), size: entry.readUInt32BE(12) }] as const;
      }),
    );
    const table = (tag: string): Buffer => {
      const place = directory.get(tag);
      if (place === undefined) throw new Error(`${path}: font without table ${tag}`);
      return readAt(file, place.at, place.size);
    };
    const ranges = readCmap(table('cmap'));
    return { family: readFamily(table('name')), covers: (codePoint) => within(ranges, codePoint) };
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, position: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  readSync(file, bytes, 0, size, position);
  return bytes;
}

function readCmap(cmap: Buffer): Ranges {
  const offsets: number[] = [];
  for (let index = 0; index < cmap.readUInt16BE(2); index++) offsets.push(cmap.readUInt32BE(4 + index * 8 + 4));
  const subtables = offsets.map((offset) => cmap.subarray(offset));
  const full = subtables.find((subtable) => subtable.readUInt16BE(0) === 12);
  if (full) return readFormat12(full);
  const basic = subtables.find((subtable) => subtable.readUInt16BE(0) === 4);
  if (basic) return readFormat4(basic);
  throw new Error('font without a Unicode character map');
}

function readFormat12(subtable: Buffer): Ranges {
  const ranges: [number, number][] = [];
  for (let index = 0; index < subtable.readUInt32BE(12); index++)
    ranges.push([subtable.readUInt32BE(16 + index * 12), subtable.readUInt32BE(20 + index * 12)]);
  return ranges;
}

function readFormat4(subtable: Buffer): Ranges {
  const segments = subtable.readUInt16BE(6) / 2;
  const ranges: [number, number][] = [];
  for (let index = 0; index < segments; index++) {
    const last = subtable.readUInt16BE(14 + index * 2);
    const first = subtable.readUInt16BE(16 + segments * 2 + index * 2);
    if (first <= last && last !== 0xffff) ranges.push([first, last]);
  }
  return ranges;
}

function within(ranges: Ranges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

function readFamily(name: Buffer): string {
  const names = new Map<number, string>();
  const strings = name.readUInt16BE(4);
  for (let index = 0; index < name.readUInt16BE(2); index++) {
    const at = 6 + index * 12;
    const english = name.readUInt16BE(at) === 3 && name.readUInt16BE(at + 4) === 0x0409;
    if (!english) continue;
    const start = strings + name.readUInt16BE(at + 10);
    const bytes = Buffer.from(name.subarray(start, start + name.readUInt16BE(at + 8)));
    names.set(name.readUInt16BE(at + 6), bytes.swap16().toString('utf16le'));
  }
  const family = names.get(16) ?? names.get(1);
  if (family === undefined) throw new Error('font without a family name');
  return family;
}
