import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evidenceChecklist, type Fields, kindSpec, type RowKind } from '../archive/index.ts';
import { readYaml } from '../testing/liaoning.ts';
import { parsePlan, planWordsByLabel, readPlan } from './index.ts';

const POLICIES = join(import.meta.dirname, '../../../../policies');
const labelsOf = (folder: string) =>
  (JSON.parse(readFileSync(join(POLICIES, folder, 'labels.json'), 'utf8')) as { clauses: { label: string }[] }).clauses;

test.each(['liaoning/ln-2024-eng', 'liaoning/ln-2024-econ'])(
  '%s：通知的每个编号都有规定，或写明没有的理由',
  (folder) => {
    const plan = parsePlan(readYaml(`${folder}/plan.yaml`));
    const printed = labelsOf(folder).map(({ label }) => label);
    const said = planWordsByLabel(plan);
    const excused = new Set(plan.unconditioned.map(({ label }) => label));
    // What only the other plan of the same notice states is excused there or stated here.
    const engineering = printed.filter((label) => /^(二\(一\)|三[12]|四\(一\)1)/u.test(label));
    const own = folder.endsWith('econ') ? printed.filter((label) => !engineering.includes(label)) : printed;
    expect(own.filter((label) => !said.has(label) && !excused.has(label))).toEqual([]);
    expect([...said.keys(), ...excused].filter((label) => !printed.includes(label))).toEqual([]);
  },
);

test('浙江 2022 年度计划的编号都在通知中', () => {
  const plan = parsePlan(readYaml('zhejiang/zj-2022/plan.yaml'));
  const printed = new Set(labelsOf('zhejiang/zj-2022').map(({ label }) => label));
  expect([...planWordsByLabel(plan).keys()].filter((label) => !printed.has(label))).toEqual([]);
  expect(plan.defence?.triggers).toHaveLength(5);
  expect(plan.fee?.amountFen).toBe(28_000);
});

const PLANS = ['liaoning/ln-2024-eng', 'liaoning/ln-2024-econ', 'zhejiang/zj-2022', 'tianjin/tj-2019'];
/** Numbers of a document that a standard of ours states, by the name clauses of another document are cited with. */
const STATED: ReadonlyMap<string, string> = new Map([
  ['辽人社职〔2024〕36号', 'liaoning/ln-sec-2024'],
  ['辽人社职〔2024〕37号', 'liaoning/ln-cyb-2024'],
]);

describe.each(PLANS)('%s 的材料清单和填写提示', (folder) => {
  const { documents } = parsePlan(readYaml(`${folder}/plan.yaml`));

  test('依据都是文件印出的编号', () => {
    const unknown = [...documents.evidence, ...documents.hints].flatMap(({ source }) => {
      const [first = '', second] = source.split(' ');
      // The parts of an annex have titles instead of numbers.
      if (second?.startsWith('第') === true) return [];
      // A document we hold no text of.
      if (second === undefined && first.includes('号')) return [];
      const of = second === undefined ? folder : STATED.get(first);
      if (of === undefined) return [source];
      const printed = new Set(labelsOf(of).map(({ label }) => label));
      return (second ?? first).split('、').filter((label) => !printed.has(label));
    });
    expect(unknown).toEqual([]);
  });

  test('条件所看的一项和它的取值在每一类的表格中', () => {
    const lost = documents.evidence.flatMap(({ kinds, shows }) =>
      kinds.flatMap((kind) =>
        shows.flatMap(({ when }) => {
          if (when === undefined) return [];
          const field = kindSpec(kind).fields.find(({ name }) => name === when.field);
          const values: readonly (string | boolean)[] =
            field?.type === 'choice' ? field.choices.map(({ value }) => value) : [true, false];
          return when.in
            .filter((value) => field === undefined || !values.includes(value))
            .map((value) => [kind, value]);
        }),
      ),
    );
    expect(lost).toEqual([]);
  });
});

test('天津的清单：条文点名的事实各有材料，没有写到的按通用清单', () => {
  const { evidence } = parsePlan(readYaml('tianjin/tj-2019/plan.yaml')).documents;
  const asked = (kind: RowKind, fields: Fields) =>
    evidenceChecklist({ kind, fields, evidence: [] }, evidence).map(({ label, source }) => `${label}　${source}`);
  expect(asked('award', { personalCertificate: false })).toEqual([
    '证书　附件2五(三)1',
    '人员名单页（标出本人）或本人角色证明　附件2五(四)1、附件2六(三)2',
  ]);
  expect(asked('report', { type: 'unit-research' })).toEqual(['正文　二(二)2', '专家评议书（2 份）　附件2四(三)5']);
  expect(asked('report', { type: 'performance-letter' })).toEqual(['签字盖章页　二(二)2']);
  expect(asked('paper', {})).not.toContainEqual(expect.stringContaining('专家评议书'));
  expect(asked('paper', { expertOneLevel: 'full-senior' })).toContain('专家评议书（2 份）　附件2五(三)6');
  expect(asked('innovation', { inProduction: true, benefitKind: 'economic' })).toEqual([
    '实施成效证明或验收或结项材料　附件2五(三)5、附件2六(三)2',
    '人员名单页（标出本人）或本人角色证明　附件2五(三)5、附件2六(三)2',
    '合同、发票或完税凭证　附件2四(三)4、附件2五(三)5',
  ]);
  expect(asked('continuing-education', {})).toEqual(['学时证明或证书　通用清单']);
});

test('提示写在没有的一项下面的计划不能发布', () => {
  const plan = readYaml('tianjin/tj-2019/plan.yaml') as { readonly documents: { readonly hints: readonly object[] } };
  const hints = [{ source: '二(二)2', kinds: ['paper', 'patent'], field: 'authorPlace', text: '须为第一作者。' }];
  expect(readPlan({ ...plan, documents: { ...plan.documents, hints } })).toEqual({
    ok: false,
    problems: [{ path: 'documents.hints.0', problem: '专利没有名为 authorPlace 的一项' }],
  });
});
