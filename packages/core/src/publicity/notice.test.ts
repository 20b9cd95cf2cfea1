import { describe, expect, it } from 'vitest';
import type { RowFacts, RowKind } from '../archive/index.ts';
import { sampleRow } from '../archive/sample-rows.ts';
import { noticeContent } from './index.ts';

const basic = sampleRow(
  'basic',
  { name: '王安防', sex: 'female', bornOn: '1989-05-12', post: '系统设计' },
  'verified',
  'b',
);
const school = sampleRow('education', { level: 'bachelor' }, 'verified', 'e');
const degree = sampleRow('degree', { level: 'bachelor' }, 'verified', 'd');
const title = sampleRow('title', { name: '工程师', level: 'engineer', acquiredOn: '2018-09-20' }, 'verified', 't');
const common = [basic, school, degree, title];
const project = sampleRow(
  'project',
  { name: '联网项目', role: 'host', startedOn: '2019-03-04', finishedOn: '2020-11-05', myPart: '总体设计' },
  'verified',
  'p',
);
const of = (rows: readonly RowFacts[], ...chosen: string[]) => noticeContent(rows, new Set(chosen));

describe('what a unit publicises', () => {
  it('says the person and each chosen achievement, by months', () => {
    expect(of([...common, project], 'p')).toEqual({
      person: {
        name: '王安防',
        sex: '女',
        bornIn: '1989-05',
        education: '大学本科、学士学位',
        currentTitle: '工程师',
        currentTitleSince: '2018-09',
        post: '系统设计',
      },
      achievements: [
        {
          rowId: 'p',
          name: '联网项目',
          startedIn: '2019-03',
          endedIn: '2020-11',
          content: '总体设计',
          role: '主持',
          category: '项目',
        },
      ],
      missing: [],
    });
  });

  it('leaves out what was not chosen and everything of the archive the template does not ask for', () => {
    const shown = JSON.stringify(of([...common, project, sampleRow('patent', {}, 'verified', 'x')], 'p'));
    expect(shown).not.toMatch(/"x"|证件号码|手机号码|1989-05-12|2019-03-04/);
  });

  it('names what is missing instead of guessing', () => {
    expect(of([]).missing).toEqual(['基本信息还没有经单位核验', '没有选用经单位核验的业绩']);
    const waiting = sampleRow('project', { name: '在审项目' }, 'waiting', 'w');
    expect(of([...common, project, waiting], 'p', 'w').missing).toEqual(['“在审项目”还没有经单位核验']);
    expect(of([basic, project], 'p').missing).toEqual(['学历还没有经单位核验']);
  });

  it('goes on until now where no end is written', () => {
    const running = sampleRow('project', { startedOn: '2023-01-01', finishedOn: null }, 'verified', 'r');
    expect(of([...common, running], 'r').achievements[0]).toMatchObject({ startedIn: '2023-01', endedIn: null });
  });

  it.each([
    ['patent', { place: 1, people: 1 }, '独立', '专利'],
    ['patent', { place: 1, people: 3 }, '主持', '专利'],
    ['software-copyright', { place: 2, people: 3 }, '参与', '计算机软件著作权'],
    ['paper', { authorPlace: 2, corresponding: true }, '主持', '论文'],
    ['standard', { role: 'main-contributor' }, '参与', '标准规范'],
    ['report', { role: 'independent' }, '独立', '技术报告'],
    ['innovation', { role: 'participant' }, '参与', '其他'],
  ] as const)('%s %o is %s, %s', (kind: RowKind, fields, role, category) => {
    const row = sampleRow(kind, fields, 'verified', 'k');
    expect(of([...common, row], 'k').achievements[0]).toMatchObject({ role, category });
  });
});
