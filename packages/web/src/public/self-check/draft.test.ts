import { expect, test } from 'vitest';
import { type Draft, nextId, read, records, write } from './draft.ts';

test('writing makes what is missing and taking out leaves nothing behind', () => {
  const first = write({}, ['applicant', 'onPost'], true);
  expect(first).toEqual({ applicant: { onPost: true } });
  expect(write(first, ['applicant', 'onPost'], undefined)).toEqual({});
});

test('an empty list is an answer, unlike a missing one', () => {
  const none = write({}, ['degrees'], []);
  expect(records(none, 'degrees')).toEqual([]);
  expect(records({}, 'degrees')).toBeNull();
});

test('a record stays when its last field is taken out, and goes when it is taken out itself', () => {
  const draft: Draft = { titles: [{ level: 'engineer' }, { level: 'assistant' }] };
  expect(write(draft, ['titles', 0, 'level'], undefined)).toEqual({ titles: [{}, { level: 'assistant' }] });
  expect(write(draft, ['titles', 0], undefined)).toEqual({ titles: [{ level: 'assistant' }] });
  expect(draft).toEqual({ titles: [{ level: 'engineer' }, { level: 'assistant' }] });
});

test('reading follows lists and groups', () => {
  const draft: Draft = { titles: [{ level: 'engineer' }] };
  expect(read(draft, ['titles', 0, 'level'])).toBe('engineer');
  expect(read(draft, ['titles', 1, 'level'])).toBeUndefined();
});

test('ids stay unique after a removal', () => {
  expect(nextId({})).toBe('业绩1');
  expect(nextId({ achievements: [{ id: '业绩2' }] })).toBe('业绩3');
});
