import type { Readable } from 'node:stream';

/** One line of a stream, or that it was too long to keep. Lines are numbered from 1. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

const NEWLINE = 0x0a;

/** The lines of a stream one after another, at constant memory: of a line beyond `maxBytes` only its number is kept. */
export async function* linesOf(input: Readable, maxBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 0;
  const take = (): Line => {
    number += 1;
    const text = size > maxBytes ? null : Buffer.concat(parts).toString('utf8');
    parts = [];
    size = 0;
    return { number, text };
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE, from); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      size += end - from;
      if (size <= maxBytes) parts.push(chunk.subarray(from, end));
      from = end + 1;
      yield take();
    }
    size += chunk.length - from;
    if (size <= maxBytes) parts.push(chunk.subarray(from));
    else parts = [];
  }
  if (size > 0) yield take();
}
