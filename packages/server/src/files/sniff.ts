/** What evidence may be. The name and the type a browser tells are not believed; the first bytes are. */
export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

const MARKS: readonly { readonly type: MediaType; readonly bytes: Buffer }[] = [
  { type: 'application/pdf', bytes: Buffer.from('%PDF-') },
  { type: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { type: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
];
/** Bytes needed at the start and looked at near the end. */
export const HEAD = 8;
export const TAIL = 2048;

/** Kind of a file by its first bytes; null where it is none of ours. */
export function sniff(head: Buffer): MediaType | null {
  return MARKS.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes))?.type ?? null;
}

/** True where the end shows that the whole file arrived. `tail` holds at least the last `TAIL` bytes. */
export function looksWhole(type: MediaType, tail: Buffer): boolean {
  switch (type) {
    case 'application/pdf':
      return tail.includes('%%EOF');
    case 'image/png':
      return tail.includes('IEND');
    case 'image/jpeg':
      return tail.includes(Buffer.from([0xff, 0xd9]));
  }
}
