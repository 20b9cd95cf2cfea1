import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFeeAct,
  type BankEntry,
  FEE_STATES,
  fenOf,
  matchEntries,
  type OpenFee,
  parseTable,
  paymentReference,
  possibleReferences,
  readStatement,
  yuanOf,
} from './index.ts';

describe('amounts', () => {
  it('are read as banks print them and never rounded', () => {
    expect(['280', '280.0', '1,280.00', '￥280.00', '280元', '+280.00'].map(fenOf)).toEqual([
      28000, 28000, 128000, 28000, 28000, 28000,
    ]);
    expect(fenOf('-280.00')).toBe(-28000);
    expect(['280.005', '', '二百八', '2.8e2', '1/2', '0x10'].map(fenOf)).toEqual([null, null, null, null, null, null]);
  });
  it('come back from their text', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (fen) => fenOf(yuanOf(fen)) === fen));
  });
});

describe('the payment reference', () => {
  const number = fc.stringMatching(/^20\d{8}$/);
  it('is found in a remark whatever stands around it and however it is grouped', () => {
    fc.assert(
      fc.property(number, (one) => {
        const reference = paymentReference(one);
        const grouped = reference.replace(/(.{4})/g, '$1 ');
        for (const remark of [reference, `评审费${reference}王某`, `评审费 ${grouped}`, `CP${reference}`]) {
          if (!possibleReferences(remark).has(reference)) return false;
        }
        return true;
      }),
    );
  });
  it('of a number with one wrong digit or two exchanged is nobody’s', () => {
    fc.assert(
      fc.property(number, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (one, at, by) => {
        const digits = paymentReference(one).split('');
        digits[at] = String((Number(digits[at]) + by) % 10);
        const wrong = digits.join('');
        return paymentReference(wrong.slice(0, -2)) !== wrong;
      }),
    );
  });
});

const NAMES = ['王一', '李二', '张三', '赵四'];
const FEE = 28000;
const fees = fc
  .array(fc.record({ name: fc.constantFrom(...NAMES), amountFen: fc.constantFrom(FEE, FEE + 1) }), { maxLength: 8 })
  .map((list) =>
    list.map(
      ({ name, amountFen }, index): OpenFee => ({
        applicationId: `a${index}`,
        reference: paymentReference(String(2022000001 + index)),
        amountFen,
        applicantName: name,
      }),
    ),
  );
const entries = fc
  .array(
    fc.record({
      amountFen: fc.constantFrom(FEE, FEE + 1, 1),
      payer: fc.constantFrom(...NAMES, '某公司'),
      of: fc.integer({ min: -3, max: 8 }),
      and: fc.integer({ min: -20, max: 8 }),
      day: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map(
      ({ amountFen, payer, of, and, day }, index): BankEntry => ({
        id: `e${index}`,
        bookedOn: `2022-11-0${day}`,
        amountFen,
        payer,
        remark: [of, and].map((one) => (one < 0 ? '' : paymentReference(String(2022000001 + one)))).join(' '),
      }),
    ),
  );

describe('matching', () => {
  it('never puts an entry on two fees or two entries on a fee, leaves none out, and never mixes amounts', () => {
    fc.assert(
      fc.property(entries, fees, (bank, open) => {
        const { matched, unmatched } = matchEntries(bank, open);
        const used = [...matched, ...unmatched].map(({ entryId }) => entryId);
        expect(used.toSorted()).toEqual(bank.map(({ id }) => id).toSorted());
        expect(new Set(matched.map(({ applicationId }) => applicationId)).size).toBe(matched.length);
        for (const { entryId, applicationId } of matched) {
          const entry = bank.find(({ id }) => id === entryId);
          expect(entry?.amountFen).toBe(open.find((fee) => fee.applicationId === applicationId)?.amountFen);
        }
      }),
    );
  });
  it('does not depend on the order of the lists', () => {
    fc.assert(
      fc.property(entries, fees, (bank, open) => {
        const sorted = (lists: ReturnType<typeof matchEntries>) =>
          JSON.stringify(
            [lists.matched, lists.unmatched].map((list) => list.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))),
          );
        return sorted(matchEntries(bank, open)) === sorted(matchEntries(bank.toReversed(), open.toReversed()));
      }),
    );
  });
  const open = (index: number, applicantName: string): OpenFee => ({
    applicationId: `a${index}`,
    reference: paymentReference(String(2022000001 + index)),
    amountFen: FEE,
    applicantName,
  });
  const entry = (changes: Partial<BankEntry>): BankEntry => ({
    id: 'e',
    bookedOn: '2022-11-01',
    amountFen: FEE,
    payer: '',
    remark: '',
    ...changes,
  });
  it('takes the reference before the name, and says when somebody else paid', () => {
    const list = [open(0, '王一'), open(1, '李二')];
    expect(matchEntries([entry({ payer: '李二', remark: list[0]?.reference ?? '' })], list).matched).toEqual([
      { entryId: 'e', applicationId: 'a0', by: 'reference', otherPayer: true },
    ]);
  });
  it('leaves namesakes, sums for several and second payments to a person', () => {
    const namesakes = [open(0, '王一'), open(1, '王一')];
    expect(matchEntries([entry({ payer: '王一' })], namesakes).unmatched[0]).toMatchObject({
      reason: 'several',
      candidates: ['a0', 'a1'],
    });
    const one = [open(0, '王一')];
    const again = matchEntries([entry({ payer: '王一' }), entry({ id: 'f', payer: '王一' })], one);
    expect(again.matched).toEqual([]);
    expect(again.unmatched.map(({ reason }) => reason)).toEqual(['several', 'several']);
    const reference = one[0]?.reference ?? '';
    const twice = matchEntries([entry({ remark: reference }), entry({ id: 'f', remark: reference })], one);
    expect(twice.unmatched).toEqual([{ entryId: 'f', reason: 'already-paid', candidates: ['a0'] }]);
    expect(matchEntries([entry({ payer: '王一', amountFen: 1 })], one).unmatched[0]?.reason).toBe('amount-differs');
    expect(matchEntries([entry({ payer: '某人' })], one).unmatched[0]?.reason).toBe('nobody');
  });
});

describe('a bank statement', () => {
  it('is read whatever stands before its headings, money in only', () => {
    const text = [
      '账户明细,,,',
      '户名：,"某协会",,',
      '交易日期,摘要,贷方发生额(元),借方发生额(元),对方户名,附言,交易流水号',
      '2022-11-03 10:00:00,转账,"1,280.00",,王一,"评审费, 202200000197",\'00012',
      '20221104,手续费,,2.00,某银行,,00013',
      '合计,,280.00,,,,',
      '2022/11/5,转账,二百八,,李二,,00014',
    ].join('\r\n');
    const statement = readStatement(parseTable(text));
    expect(statement).toEqual({
      ok: true,
      lines: [
        {
          line: 4,
          bookedOn: '2022-11-03',
          amountFen: 128000,
          payer: '王一',
          remark: '转账 评审费, 202200000197',
          serial: '00012',
        },
      ],
      skipped: [
        { line: 5, why: '不是收入' },
        { line: 6, why: '没有日期，可能是合计行' },
        { line: 7, why: '金额“二百八”不能识别' },
      ],
    });
  });
  it('is refused where it is something else', () => {
    expect(readStatement(parseTable('姓名,年龄\n王一,30'))).toMatchObject({ ok: false });
    expect(readStatement(parseTable(''))).toMatchObject({ ok: false });
  });
  it('comes back from any table of cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '王') }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (table) => {
        const text = table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(parseTable(text)).toEqual(table);
      }),
    );
  });
});

it('a fee that was settled stays settled', () => {
  for (const state of FEE_STATES) {
    for (const act of ['hand-in-slip', 'return-slip', 'pay', 'waive'] as const) {
      const settled = state === 'paid' || state === 'waived' || state === 'refunded';
      if (settled) expect(afterFeeAct(state, act)).toBeNull();
    }
  }
  expect(afterFeeAct('paid', 'refund')).toBe('refunded');
  expect(afterFeeAct('waived', 'refund')).toBeNull();
});
