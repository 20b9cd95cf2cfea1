import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { readWorkbook } from './read-workbook.ts';
import { type Cell, columnName, workbook } from './workbook.ts';

const columns = [
  { title: '姓名', width: 12 },
  { title: '身份证号', width: 22 },
];
const file = (rows: readonly (readonly Cell[])[], heading?: string): Promise<Buffer> =>
  buffer(workbook([{ name: '花名册', columns, rows, ...(heading === undefined ? {} : { heading }) }]));

describe('a workbook', () => {
  it('keeps every text as it is: long numbers, leading zeros, formulas', async () => {
    const rows = [
      ['王晓峰', '210102198905121234'],
      ['=HYPERLINK("http://x")', '+1'],
      ['-2', '@SUM(A1)'],
      ['<b>&"\'', '  前后有空格  '],
      ['007', '𠮷'],
    ];
    const content = await file(rows, '推荐人员花名册');
    const [sheet] = await readWorkbook(content);
    expect(sheet).toEqual({ name: '花名册', rows: [['推荐人员花名册'], ['姓名', '身份证号'], ...rows] });
    const xml = content.toString('latin1');
    expect(xml).not.toContain('<f>');
  });

  it('gives back any text XML can hold', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((one) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 8 }), async (rows) => {
        expect((await readWorkbook(await file(rows)))[0]?.rows.slice(1)).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  it('takes rows as it is read and fails with its list', async () => {
    let taken = 0;
    const endless = function* (): Generator<readonly Cell[]> {
      for (;;) {
        taken += 1;
        yield ['张三', String(taken)];
      }
    };
    const stream = workbook([{ name: '长', columns, rows: endless() }]);
    for await (const chunk of stream) if ((chunk as Buffer).length > 0 && taken > 5000) break;
    expect(taken).toBeLessThan(2_000_000);
    const broken = workbook([
      {
        name: '坏',
        columns,
        rows: (function* (): Generator<readonly Cell[]> {
          yield ['a', 'b'];
          throw new Error('list broke');
        })(),
      },
    ]);
    await expect(buffer(broken)).rejects.toThrow('list broke');
  });

  it('is the same file for the same rows', async () => {
    expect((await file([['a', 1]])).equals(await file([['a', 1]]))).toBe(true);
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('a file from outside', () => {
  const packed = (parts: Readonly<Record<string, string>>): Promise<Buffer> => {
    const zip = new ZipFile();
    for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
    zip.end();
    return buffer(zip.outputStream);
  };
  const book = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/a.xml"/></Relationships>',
  };

  it('is read with shared strings, gaps and the last value of a formula', async () => {
    const content = await packed({
      ...book,
      'xl/sharedStrings.xml': '<sst><si><r><t>王</t></r><r><t>明</t></r><rPh><t>wang</t></rPh></si></sst>',
      'xl/worksheets/a.xml':
        '<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>',
    });
    expect(await readWorkbook(content)).toEqual([{ name: '一', rows: [[], ['', '王明', '', '2']] }]);
  });

  it('that is no workbook, has no sheet, bad XML or entities of its own is refused', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><c t="str"><v>&b;</v></c></worksheet>';
    for (const content of [
      Buffer.from('name,id\n王,1'),
      await packed({ 'word/document.xml': '<w/>' }),
      await packed(book),
      await packed({ ...book, 'xl/worksheets/a.xml': '<worksheet><row' }),
      await packed({ ...book, 'xl/worksheets/a.xml': bomb }),
    ])
      await expect(readWorkbook(content)).rejects.toMatchObject({ code: 'FILE_TYPE' });
  });

  it('beyond the limits is refused before it fills the memory', async () => {
    const sheet = (cells: string) => ({ ...book, 'xl/worksheets/a.xml': `<worksheet>${cells}</worksheet>` });
    for (const content of [
      await packed(sheet('<row r="900000"/>')),
      await packed(sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')),
      await packed(sheet(' '.repeat(41_000_000))),
    ])
      await expect(readWorkbook(content)).rejects.toMatchObject({ code: 'SPREADSHEET_TOO_LARGE' });
  });
});
