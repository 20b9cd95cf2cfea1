import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ConditionRow } from '@zhiping/standard';
import { ConditionTree } from './ConditionTree.tsx';
import { Deadline } from './Deadline.tsx';
import { Timeline } from './Timeline.tsx';

const text = (markup: string) => markup.replaceAll(/<[^>]+>/g, '');
const deadline = (props: Parameters<typeof Deadline>[0]) => text(renderToStaticMarkup(createElement(Deadline, props)));

test('a deadline says when, and how much is left by the calendar of the server', () => {
  const until = '2026-10-27T09:00:00Z';
  expect(deadline({ until })).toBe('2026年10月27日（周二）17:00');
  expect(deadline({ until, now: '2026-10-20T01:00:00Z', workingDaysLeft: 5 })).toBe(
    '2026年10月27日（周二）17:00，还剩 5 个工作日',
  );
  expect(deadline({ until, now: '2026-10-26T01:00:00Z' })).toContain('还剩 1 天');
  expect(deadline({ until, now: '2026-10-27T01:00:00Z' })).toContain('今天截止');
  expect(deadline({ until, now: '2026-10-27T09:00:00Z' })).toContain('已截止');
});

test('midnight belongs to the day it ends', () => {
  const until = '2024-07-31T16:00:00Z';
  expect(deadline({ until, now: '2024-07-31T01:00:00Z' })).toBe('2024年7月31日（周三）24:00，今天截止');
});

test('the timeline says its states in words', () => {
  const steps = [
    { id: 'a', name: '填报', state: 'past' as const, date: '2024-06-25' },
    { id: 'b', name: '资格审查', state: 'now' as const, date: '2024-07-31' },
    { id: 'c', name: '评审', state: 'future' as const, date: null },
  ];
  const markup = renderToStaticMarkup(createElement(Timeline, { steps }));
  expect(text(markup)).toBe('填报，已完成6.25资格审查，进行中截止 7.31评审，未开始');
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
  const spanning = [...steps, { id: 'd', name: '取得职称', state: 'future' as const, date: '2025-01-06' }];
  expect(text(renderToStaticMarkup(createElement(Timeline, { steps: spanning })))).toContain('截止 2024.7.31');
});

test('a condition shows state, label, count, what counts and why the rest does not', () => {
  const row: ConditionRow = {
    id: 'n',
    state: 'unmet',
    label: '五(四)4(9)④',
    text: '计算机软件著作权',
    need: 2,
    have: 0,
    unit: '项',
    counted: [{ id: 'a', name: '门禁软件', state: 'judge', waiting: ['效益'] }],
    notCounted: [{ id: 'b', name: '报警软件', reasons: ['不晚于现职称取得日期（2018-11-20）'], rule: 'after-title' }],
    notes: [],
    unknown: ['生效日期'],
    readings: [],
    outside: null,
    children: [],
  };
  const shown = text(renderToStaticMarkup(createElement(ConditionTree, { rows: [row] })));
  expect(shown).toBe(
    '不符合五(四)4(9)④计算机软件著作权需 2 项，已有 0 项门禁软件（待确认：效益）报警软件 不计入：不晚于现职称取得日期（2018-11-20）待补充：生效日期',
  );
});
