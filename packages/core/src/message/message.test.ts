import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from './digest.ts';
import { retryMinutes } from './retry.ts';
import { renderMessage, sampleMessage, TEMPLATE_IDS } from './templates.ts';

describe('templates', () => {
  it.each(TEMPLATE_IDS)('%s is filled wholly', (id) => {
    const { title, body } = sampleMessage(id);
    expect(`${title}${body}`).not.toMatch(/[{}]/);
    expect(title.length).toBeGreaterThan(4);
  });

  it('puts in what it is given as it is, and refuses to leave a slot empty', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, body) => {
        expect(renderMessage('office.notice', { title, body })).toEqual({ title, body });
      }),
    );
    expect(() => renderMessage('office.notice', { title: '' })).toThrow('needs body');
  });
});

const waiting = fc.array(
  fc.record({ stage: fc.constantFrom('单位审核', '资格审查'), count: fc.nat(500), due: fc.nat(20) }),
);
describe('the digest', () => {
  it('counts what waits, and is not written where nothing does', () => {
    fc.assert(
      fc.property(waiting, (lines) => {
        const slots = digestOf('2024-07-08', lines);
        const total = lines.reduce((sum, { count }) => sum + count, 0);
        expect(slots?.['total'] ?? 0).toBe(total);
        expect(slots === null).toBe(total === 0);
      }),
    );
    expect(digestOf('2024-07-08', [{ stage: '单位审核', count: 2, due: 1 }])).toMatchObject({
      lines: '单位审核：2 件，其中 1 件三天内到期。',
    });
  });
});

it('tries eight times, waiting twice as long each time', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 0].map(retryMinutes)).toEqual([1, 2, 4, 8, 16, 32, 64, null, null]);
});
