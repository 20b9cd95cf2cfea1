import { expect, it } from 'vitest';
import { catalogueAsks } from './index.ts';

it('looks papers up by their serial numbers and awards by name', () => {
  expect(
    catalogueAsks([
      { kind: 'paper', id: 'a', name: '论文', issn: 'ISSN 1000-123x', cn: 'cn 21-1234/tp' },
      { kind: 'award', id: 'b', name: ' 省科学技术进步奖 ' },
      { kind: 'paper', id: 'c', name: '没有刊号' },
      { kind: 'project', id: 'd', name: '项目' },
      { kind: 'award', id: 'e' },
    ]),
  ).toEqual([
    {
      row: 'a',
      title: '论文',
      table: 'journal',
      asked: '1000-123X、21-1234/TP',
      codes: ['1000-123X', '21-1234/TP', '21-1234'],
      name: null,
    },
    {
      row: 'b',
      title: '省科学技术进步奖',
      table: 'award',
      asked: '省科学技术进步奖',
      codes: [],
      name: '省科学技术进步奖',
    },
  ]);
});
