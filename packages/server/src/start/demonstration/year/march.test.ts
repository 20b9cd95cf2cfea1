import { expect, test } from 'vitest';
import { march, type Story, workdayAfter } from './march.ts';

async function* story(name: string, days: readonly string[], told: string[]): Story {
  for (const day of days) {
    yield day;
    told.push(`${day} ${name}`);
  }
}

test('按日期先后推进，每个日期只拨一次时间，终日之后不再办理', async () => {
  const told: string[] = [];
  const moved: string[] = [];
  await march(
    [story('甲', ['2024-07-01', '2024-07-03', '2024-07-09'], told), story('乙', ['2024-07-02', '2024-07-03'], told)],
    {
      until: '2024-07-05',
      width: 1,
      moveTo: async (date) => {
        moved.push(date);
      },
    },
  );
  expect(told).toEqual(['2024-07-01 甲', '2024-07-02 乙', '2024-07-03 甲', '2024-07-03 乙']);
  expect(moved).toEqual(['2024-07-01', '2024-07-02', '2024-07-03', '2024-07-05']);
});

test('等待的日期须在今天之后', async () => {
  const told: string[] = [];
  const backwards = march([story('甲', ['2024-07-02', '2024-07-01'], told)], {
    until: '2024-07-05',
    width: 1,
    moveTo: async () => undefined,
  });
  await expect(backwards).rejects.toThrow('waits for 2024-07-01');
});

test('下一个周一到周五', () => {
  expect(workdayAfter('2024-07-05')).toBe('2024-07-08');
  expect(workdayAfter('2024-07-06', 2)).toBe('2024-07-09');
});
