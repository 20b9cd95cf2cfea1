import { afterAll, describe, expect, it } from 'vitest';
import { readPdf } from './testing/read-pdf.ts';
import { createDocuments, MissingGlyphsError } from './render.ts';
import { boxesOf, numberedTitle } from './plan-layout.ts';
import { SAMPLES } from './samples/index.ts';
import type { DocumentKind } from './schemas/index.ts';

const documents = createDocuments();
afterAll(() => documents.close());

const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const notice = SAMPLES['unit-publicity'];

describe('every document', () => {
  it.each(Object.keys(SAMPLES) as DocumentKind[])(
    '%s is PDF/A-2b with number, code and embedded fonts',
    async (kind) => {
      const pdf = await documents.render(kind, SAMPLES[kind]);
      const { text } = await readPdf(pdf);
      expect(text).toContain(SAMPLES[kind].verificationCode);
      expect(text).toContain(SAMPLES[kind].number.replaceAll(' ', ''));
      const raw = latin(pdf);
      expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
      expect((raw.match(/\/FontDescriptor/g) ?? []).length).toBeGreaterThan(0);
      expect((raw.match(/\/Type ?\/FontDescriptor/g) ?? []).length).toBe(
        (raw.match(/\/FontFile[23]?\b/g) ?? []).length,
      );
    },
  );

  it('that must stay on one page does, however much is in it', async () => {
    const sheet = SAMPLES['summary-sheet'];
    const full = {
      ...sheet,
      report: '长'.repeat(420),
      achievements: sheet.achievements.map((one) => ({ ...one, name: '名'.repeat(90) })),
      basics: { ...sheet.basics, school: '校'.repeat(100), education: '学'.repeat(100), post: '岗'.repeat(100) },
      assessments: '考'.repeat(200),
      hours: '时'.repeat(200),
      representativeWork: '代'.repeat(120),
      notes: '注'.repeat(200),
    };
    expect((await readPdf(await documents.render('summary-sheet', full))).pages).toHaveLength(1);
  });

  it('prints the same bytes for the same data', async () => {
    const [first, second] = await Promise.all([
      documents.render('unit-publicity', notice),
      documents.render('unit-publicity', notice),
    ]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

it('starts anew after it was closed', async () => {
  const own = createDocuments();
  await own.warm();
  await own.close();
  expect((await own.render('receipt', SAMPLES.receipt)).length).toBeGreaterThan(1000);
  await own.close();
});

describe('user text stays text', () => {
  const hostile = [
    '#panic("x")',
    '*粗* _斜_ $x^2$',
    '= 标题',
    '#import "/etc/passwd"',
    '<label> @ref',
    '\\ ~ -- // 注释',
    '`raw` [内容]',
    "'); drop table x;--",
  ];
  it.each(hostile)('%s as a name', async (name) => {
    const pdf = await documents.render('unit-publicity', { ...notice, person: { ...notice.person, name } });
    expect((await readPdf(pdf)).text).toContain(name.replaceAll(' ', ''));
  });

  it('keeps long unbroken words inside the page', async () => {
    const pdf = await documents.render('correction-notice', {
      ...SAMPLES['correction-notice'],
      items: [{ place: 'x'.repeat(150), clause: null, problem: `https://${'a'.repeat(200)}`, remedy: '补充' }],
    });
    expect((await readPdf(pdf)).text).toContain('x'.repeat(150));
  });

  it('refuses control and direction characters that would hide text', async () => {
    for (const name of ['王\u0000明', '王\u202E明', '王\u200B明', '王\n明'])
      await expect(
        documents.render('unit-publicity', { ...notice, person: { ...notice.person, name } }),
      ).rejects.toThrow();
  });
});

describe('glyphs', () => {
  it('knows which characters it can print', () => {
    expect(documents.missingGlyphs('张三、阿卜杜拉·买买提，Ａ1㎡')).toEqual([]);
    expect(documents.missingGlyphs('王𠮷王𠮷')).toEqual(['𠮷']);
    expect(documents.missingGlyphs('𰻞')).toEqual(['𰻞']);
  });

  it('prints nothing rather than a name with a gap', async () => {
    const rendered = documents.render('unit-publicity', { ...notice, person: { ...notice.person, name: '王𠮷' } });
    await expect(rendered).rejects.toThrow(MissingGlyphsError);
    await expect(rendered).rejects.toMatchObject({ characters: ['𠮷'] });
  });
});

describe('the unit publicity notice of LN-2024 附件1', () => {
  it('names the meeting, months, roles, categories, contact and last day', async () => {
    const { text } = await readPdf(await documents.render('unit-publicity', notice));
    for (const part of [
      '关于拟推荐王晓峰同志申报安防工程专业（高级工程师）专业技术资格评审的公示',
      '总经理办公会议',
      '1989年5月出生',
      '2019年3月',
      '主持',
      '标准规范',
      '2024年7月22日前（含当日）',
      '署真实姓名',
      '联系人：李红梅',
      '联系电话：024-31234567',
      '沈阳智安电子工程有限公司（盖章）',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('1989年5月12日');
  });
});

describe('the evaluation form', () => {
  it('leaves the boxes of part seven and part eight to the bodies', async () => {
    const { pages } = await readPdf(await documents.render('evaluation-form', SAMPLES['evaluation-form']));
    const eight = (pages.at(-1) ?? '').replaceAll(/\s/g, '');
    expect(eight).toContain('八、评定意见');
    expect(eight.replaceAll(/LN2024-AF-000123|第\d+页共\d+页|7K3M-Q2XD-9HPA/g, '')).not.toMatch(/\d/);
    expect(pages.at(-2)).toContain('七、公示、推荐及学科评议组意见');
  });
});

describe('the forms of a plan', () => {
  it('grow with a long opinion and never lose a word of it', async () => {
    const opinion = '同意推荐。'.repeat(240);
    const page = SAMPLES['stamped-page'];
    const boxes = page.boxes.map((box, at) => (at === 1 ? { ...box, text: opinion } : box));
    const { text } = await readPdf(await documents.render('stamped-page', { ...page, boxes }));
    expect(text.match(/同意推荐。/g)).toHaveLength(240);
    expect(text).toContain('组长签字：');
  });

  it('number parts in Chinese and leave out the association where none seals', () => {
    expect([1, 7, 10, 11].map((at) => numberedTitle(at, '题'))).toEqual(['一、题', '七、题', '十、题', '十一、题']);
    const box = { title: '行业协会审核意见', shows: 'association' as const, signs: ['签字：'], height: 40 };
    const facts = { publicity: null, unitOpinion: null, association: null };
    expect(boxesOf([box], facts)).toEqual([]);
    expect(boxesOf([box], { ...facts, association: '协会' })[0]?.text).toBe('协会');
  });
});

describe('counts and times', () => {
  it('prints times in Shanghai and thresholds in whole numbers', async () => {
    const { text } = await readPdf(await documents.render('count-sheet', SAMPLES['count-sheet']));
    expect(text).toContain('2024年10月18日14:00');
    expect(text).toContain('不少于8人');
    expect(text).toContain('9006通过');
  });
});
