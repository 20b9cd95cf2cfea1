import {
  type Client,
  confirmFee,
  downloadFeeFile,
  downloadFeeReceipt,
  downloadPaymentNotice,
  handInSlip,
  importStatement,
  listBankEntries,
  listFees,
  matchBankEntry,
  officeRefuse,
  previewStatement,
  readFee,
  readReconciliation,
  refundFee,
  returnSlip,
  setAsideBankEntry,
  waiveFee,
} from '@zhiping/contract';
import { paymentReference } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePdf } from '../../files/testing/sample-pdf.ts';
import { workbook } from '../../spreadsheet/index.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication, openPlan } from '../application/testing/arrange.ts';

const TODAY = '2024-07-10';
let server: TestServer;
let office: Client;
let planId: string;
beforeAll(async () => {
  server = await startTestServer();
  await server.moveClockTo(`${TODAY}T01:00:00.000Z`);
  office = await server.loginAs('office');
  planId = await server.asPlatform((ctx) => openPlan(ctx, 'zj-2022'));
});
afterAll(() => server.close());

/** An application of somebody in the stage in which Zhejiang waits for the fee. */
async function waiting(username: string, stage = 'payment'): Promise<{ id: string; number: string }> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    const subject = { specialty: 'design', level: 'senior', route: 'normal' } as const;
    const id = await arrangeApplication(ctx, { personId, planId, subject, state: { stage, submissions: 1 } });
    const row = await ctx.tx.selectFrom('application').select('number').where('id', '=', id).executeTakeFirstOrThrow();
    return { id, number: row.number };
  });
}
const nameOf = async (id: string) => (await office(readFee, { params: { id } })).applicantName;
const state = async (id: string) => (await office(readFee, { params: { id } })).charged?.state;
const paid = { version: 0, paidOn: TODAY, amountFen: 28_000, payer: '', note: '' };
const file = (lines: readonly string[]) =>
  Buffer.from(['交易日期,收入金额,对方户名,附言,流水号', ...lines].join('\n')).toString('base64');

describe('a fee (ZJ-2022 八(三))', () => {
  it('is told with the account as it is read and as printed, and needs the money, not the slip', async () => {
    const { id } = await waiting('applicant');
    const applicant = await server.loginAs('applicant');
    const { charged } = await applicant(readFee, { params: { id } });
    expect(charged).toMatchObject({ state: 'due', waiting: true, amountFen: 28_000 });
    expect(charged?.account.bank).toBe(charged?.asPrinted?.number);
    expect(charged?.reading?.why).toContain('账号只能是数字');
    expect((await applicant(downloadPaymentNotice, { params: { id } })).size).toBeGreaterThan(5_000);
    await expect(applicant(downloadFeeReceipt, { params: { id } })).rejects.toMatchObject({ code: 'FEE_STATE' });
    await applicant(handInSlip, { params: { id } }, slip());
    expect(await state(id)).toBe('slip');
    const { version, charged: now } = await office(readFee, { params: { id } });
    const slipId = now?.slips[0]?.id ?? '';
    expect((await office(downloadFeeFile, { params: { id, fileId: slipId } })).size).toBeGreaterThan(0);

    await office(returnSlip, { params: { id }, body: { version, reason: '看不清金额' } });
    expect(await state(id)).toBe('due');
    await expect(office(returnSlip, { params: { id }, body: { version, reason: '再退' } })).rejects.toMatchObject({
      code: 'FEE_NO_SLIP',
    });
    for (const [body, code] of [
      [{ ...paid, amountFen: 27_999 }, 'FEE_AMOUNT'],
      [{ ...paid, paidOn: '2024-07-11' }, 'FEE_PAID_LATER'],
      [{ ...paid, version: 7 }, 'STALE'],
    ] as const) {
      await expect(office(confirmFee, { params: { id }, body })).rejects.toMatchObject({ code });
    }
    expect(await office(confirmFee, { params: { id }, body: paid })).toMatchObject({ stage: 'paper-delivery' });
    const done = (await applicant(readFee, { params: { id } })).charged;
    expect(done).toMatchObject({ state: 'paid', settled: { way: 'hand', amountFen: 28_000 } });
    expect(done?.settled?.receiptNumber).toMatch(/^SF2022\d{6}$/);
    expect((await applicant(downloadFeeReceipt, { params: { id } })).size).toBeGreaterThan(5_000);
    // The stage is over: nobody reaches the command any more.
    await expect(office(confirmFee, { params: { id }, body: paid })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
  });

  it('is waived with a reason and a proof, refused when it stays unpaid, refunded only after the end', async () => {
    const waived = await waiting('expert1');
    const params = { id: waived.id };
    await expect(
      office(waiveFee, { params, body: { version: 0, kind: 'hero', reason: '劳模' } }, slip()),
    ).rejects.toMatchObject({ code: 'WAIVER_UNKNOWN' });
    await office(waiveFee, { params, body: { version: 0, kind: 'other', reason: '按某文件免收' } }, slip());
    const view = (await office(readFee, { params })).charged;
    expect(view).toMatchObject({ state: 'waived', settled: { amountFen: 0, receiptNumber: null } });
    const proof = view?.settled?.proof?.id ?? '';
    expect((await office(downloadFeeFile, { params: { ...params, fileId: proof } })).size).toBeGreaterThan(0);

    const unpaid = await waiting('expert2');
    await office(officeRefuse, { params: { id: unpaid.id }, body: { version: 0, reason: '未缴费' } });
    await expect(
      office(refundFee, { params: { id: unpaid.id }, body: { version: 1, refundedOn: TODAY, reason: '退' } }),
    ).rejects.toMatchObject({ code: 'FEE_STATE' });

    const ended = await waiting('expert3');
    await office(confirmFee, { params: { id: ended.id }, body: paid });
    const refund = { refundedOn: TODAY, reason: '申报人重复缴费' };
    await expect(
      office(refundFee, { params: { id: ended.id }, body: { version: 1, ...refund } }),
    ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await office(officeRefuse, { params: { id: ended.id }, body: { version: 1, reason: '评审表未盖章' } });
    await office(refundFee, { params: { id: ended.id }, body: { version: 2, ...refund } });
    expect(await state(ended.id)).toBe('refunded');
  });

  it('is nobody else’s business, and not charged where the plan has none', async () => {
    const { id } = await waiting('expert4');
    for (const login of ['applicant2', 'unit2', 'authority', 'chair'] as const) {
      const other = await server.loginAs(login);
      await expect(other(readFee, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const liaoning = await server.asPlatform(async (ctx) => {
      const { person_id: personId } = await ctx.tx
        .selectFrom('account')
        .select('person_id')
        .where('username', '=', 'expert4')
        .executeTakeFirstOrThrow();
      return arrangeApplication(ctx, { personId, state: { stage: 'office-check' } });
    });
    expect((await office(readFee, { params: { id: liaoning } })).charged).toBeNull();
  });
});

describe('a bank statement', () => {
  it('settles what it names beyond doubt, once, exactly as previewed, and leaves the rest to a person', async () => {
    const one = await waiting('expert5');
    const two = await waiting('expert6');
    const three = await waiting('expert7');
    const content = file([
      `${TODAY},280.00,某某公司,评审费 ${paymentReference(one.number)},1`,
      `${TODAY},280.00,${await nameOf(two.id)},职称评审,2`,
      `${TODAY},279.00,${await nameOf(three.id)},评审费,3`,
      `${TODAY},500.00,某供应商,货款,4`,
    ]);
    const params = { id: planId };
    const seen = await office(previewStatement, { params, body: { name: '七月.csv', content } });
    expect(seen.matches).toBe(2);
    expect(seen.lines[0]?.matched).toMatchObject({ number: one.number, by: 'reference', otherPayer: true });
    expect(seen.lines[1]?.matched).toMatchObject({ number: two.number, by: 'name' });
    expect(seen.lines[2]?.unmatched).toEqual({ words: '金额与应缴的不同', candidates: [three.number] });
    // Looking changes nothing.
    expect(await state(one.id)).toBe('due');

    const body = { name: '七月.csv', content, digest: seen.digest };
    await expect(office(importStatement, { params, body: { ...body, digest: 'x' } })).rejects.toMatchObject({
      code: 'STATEMENT_CHANGED',
    });
    const twice = await Promise.allSettled([
      office(importStatement, { params, body }),
      office(importStatement, { params, body }),
    ]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toMatchObject([
      { value: { imported: 4, matches: 2 } },
    ]);
    expect(twice.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'STATEMENT_CHANGED' } },
    ]);
    expect(await Promise.all([one, two, three].map(({ id }) => state(id)))).toEqual(['paid', 'paid', 'due']);
    const again = await office(previewStatement, { params, body: { name: '再来.csv', content } });
    expect(again.lines.every(({ known }) => known)).toBe(true);
    await expect(office(importStatement, { params, body: { ...body, digest: again.digest } })).rejects.toMatchObject({
      code: 'STATEMENT_KNOWN',
    });

    const sheet = workbook([
      {
        name: '明细',
        columns: ['交易日期', '收入金额', '对方户名', '附言', '流水号'].map((title) => ({ title, width: 20 })),
        rows: [[TODAY, 500, '某供应商', '货款', '4']],
      },
    ]);
    const parts: Buffer[] = [];
    for await (const part of sheet) parts.push(part as Buffer);
    const excel = Buffer.concat(parts).toString('base64');
    const same = await office(previewStatement, { params, body: { name: '七月.xlsx', content: excel } });
    expect(same.lines).toMatchObject([{ amountFen: 50_000, payer: '某供应商', known: true }]);

    const { items } = await office(listBankEntries, { query: { plan: planId } });
    expect(items.map(({ amountFen }) => amountFen)).toEqual([27_900, 50_000]);
    const [short, goods] = items;
    await expect(
      office(matchBankEntry, { params: { id: short?.id ?? '' }, body: { number: three.number, note: '' } }),
    ).rejects.toMatchObject({ code: 'FEE_AMOUNT' });
    await office(setAsideBankEntry, { params: { id: goods?.id ?? '' }, body: { note: '货款，与评审费无关' } });
    await expect(
      office(setAsideBankEntry, { params: { id: goods?.id ?? '' }, body: { note: '再办' } }),
    ).rejects.toMatchObject({ code: 'ENTRY_SETTLED' });

    const late = file([`${TODAY},280.00,某家属,补缴,5`]);
    const lateSeen = await office(previewStatement, { params, body: { name: '补.csv', content: late } });
    await office(importStatement, { params, body: { name: '补.csv', content: late, digest: lateSeen.digest } });
    const entry = (await office(listBankEntries, { query: { plan: planId } })).items.at(-1);
    await office(matchBankEntry, { params: { id: entry?.id ?? '' }, body: { number: three.number, note: '家属代缴' } });
    expect(await state(three.id)).toBe('paid');

    const [plan] = (await office(readReconciliation, {})).plans;
    expect(plan?.differenceFen).toBe(0);
    expect(plan?.byStatement).toEqual({ count: 3, fen: 84_000 });
    expect(plan?.entries).toMatchObject({ open: { count: 1 }, setAside: { count: 1, fen: 50_000 } });
    expect((await office(listFees, { query: { state: 'paid' } })).items.map(({ number }) => number)).toContain(
      one.number,
    );
    expect((await office(listFees, { query: {} })).items.map(({ number }) => number)).not.toContain(one.number);
  });

  it('is refused where it cannot be read, and nobody but the office imports', async () => {
    const params = { id: planId };
    const body = { name: 'x.csv', content: Buffer.from('姓名,年龄\n王一,3').toString('base64') };
    await expect(office(previewStatement, { params, body })).rejects.toMatchObject({ code: 'STATEMENT_UNREADABLE' });
    const gbk = Buffer.concat([Buffer.from([0xc8, 0xd5, 0xc6, 0xda]), Buffer.from(',金额\n'.replace('金额', ''))]);
    await expect(
      office(previewStatement, { params, body: { name: 'x.csv', content: gbk.toString('base64') } }),
    ).rejects.toMatchObject({ code: 'STATEMENT_UNREADABLE' });
    for (const login of ['applicant', 'unit', 'supervisor', 'chair'] as const) {
      const other = await server.loginAs(login);
      await expect(other(previewStatement, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

function slip() {
  return { file: new Blob([new Uint8Array(samplePdf())]), fileName: '凭证.pdf' };
}
