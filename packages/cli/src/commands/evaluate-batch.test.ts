import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../batch/lines.ts';
import { POLICIES } from '../policies.ts';
import { answerLines } from './evaluate-batch.ts';

const EXAMPLES = join(POLICIES, 'liaoning', 'ln-sec-2024', 'examples');
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8')) as never;
const request = (id: string | number, dossier: unknown, more: object = {}) =>
  JSON.stringify({ id, standard: 'ln-sec-2024', level: 'senior', asOf: '2024-07-15', dossier, ...more });

async function batch(lines: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const written: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  await answerLines(Readable.from([Buffer.from(lines.join('\n'))]), output);
  return written
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('zhiping evaluate --batch', () => {
  test('answers every line in order with the verdicts of its examples', async () => {
    const names = ['done-senior', 'three-items', 'senior-nothing', 'unknown-does-not-matter'];
    const answers = await batch(
      names.map((name) => {
        const { level, asOf } = read(`${name}.expected.json`);
        return request(name, read(`${name}.dossier.json`), { level, asOf });
      }),
    );
    expect(answers.map(({ id }) => id)).toEqual(names);
    for (const [index, name] of names.entries()) {
      const { routes, plan } = read(`${name}.expected.json`);
      if (plan !== undefined || !routes) continue;
      const found = answers[index]?.['routes'] as Record<string, { verdict: string }>;
      for (const [route, verdict] of Object.entries(routes))
        expect([name, route, found[route]?.verdict]).toEqual([name, route, verdict]);
    }
  });

  test('a bad line is answered with its errors and the lines after it are answered too', async () => {
    const answers = await batch([
      '{',
      JSON.stringify({ standard: 'ln-sec-2024' }),
      request('x', { titles: 'none' }),
      request('y', {}, { standard: 'nowhere' }),
      request('z', {}, { level: 'chief' }),
      request(7, { titles: [], achievements: [] }),
      request('r', {}, { route: 'initial' }),
      request('t', {}, { asOf: '2020-01-01' }),
    ]);
    expect(answers.map(({ id, line, verdict }) => [id, line ?? null, verdict ?? null])).toEqual([
      [null, 1, null],
      [null, 2, null],
      ['x', 3, null],
      ['y', 4, null],
      ['z', 5, null],
      [7, null, 'ineligible'],
      ['r', 7, null],
      ['t', 8, null],
    ]);
    expect(answers[2]?.['errors']).toEqual([{ path: 'dossier.titles', value: '"none"', expected: '列表 […]' }]);
  });

  test('a dossier beyond the bounds of compiled code is evaluated all the same', async () => {
    const achievements = Array.from({ length: 40 }, (_, index) => ({ id: `a${index}`, kind: 'paper' }));
    const [answer] = await batch([request('many', { titles: [], achievements })]);
    expect(answer?.['verdict']).toBeDefined();
    expect(answer?.['errors']).toBeUndefined();
  });
});

test('lines come one by one wherever the chunks break, and one that is too long is only numbered', async () => {
  const chunks = ['ab', 'c\nde', '\n', 'x'.repeat(20), 'y\n终', '了'].map((text) => Buffer.from(text));
  const lines = [];
  for await (const line of linesOf(Readable.from(chunks), 10)) lines.push(line);
  expect(lines).toEqual([
    { number: 1, text: 'abc' },
    { number: 2, text: 'de' },
    { number: 3, text: null },
    { number: 4, text: '终了' },
  ]);
});
