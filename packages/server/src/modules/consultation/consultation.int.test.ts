import {
  addConsultationPaper,
  answerConsultation,
  askConsultation,
  type Client,
  createApplication,
  listOfficeConsultations,
  listOwnConsultations,
  readApplication,
  readConsultation,
  readConsultationPaper,
  withdrawApplication,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeBasic } from '../application/testing/arrange-plan.ts';

let server: TestServer;
let wang: Client;
let liu: Client;
let office: Client;
let elsewhere: Client;

beforeAll(async () => {
  server = await startTestServer();
  [wang, liu, office, elsewhere] = [
    await server.loginAs('applicant'),
    await server.loginAs('applicant2'),
    await server.loginAs('office'),
    await server.loginAs('zj-office'),
  ];
});
afterAll(() => server.close());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const planId = DEMONSTRATION_PLAN;
const words = { reason: '主持完成国际领先的原创成果。', contact: '024-12345678' };
const green = { planId, kind: 'green', specialty: 'security', level: 'full-senior', ...words } as const;
const apply = (route: 'green' | 'normal', level: 'full-senior' | 'senior' = 'full-senior') =>
  wang(createApplication, { body: { planId, specialty: 'security', level, route } });

describe('绿色通道 (LN-2024 八(三))', () => {
  it('opens only after the office agreed, with its reasons; declined it may be asked again', async () => {
    await expect(apply('green')).rejects.toMatchObject({ code: 'CONSENT_FIRST' });
    const { id } = await wang(askConsultation, { body: { ...green, talents: ['urgentTalent'] } });
    await expect(wang(askConsultation, { body: green })).rejects.toMatchObject({ code: 'CONSULTATION_EXISTS' });
    await expect(apply('green')).rejects.toMatchObject({ code: 'CONSENT_FIRST' });

    const waiting = await office(listOfficeConsultations, { query: {} });
    expect(waiting.items).toMatchObject([{ id, applicantName: '王安防', specialtyName: '安防工程', state: 'asked' }]);
    expect(await office(readConsultation, { params: { id } })).toMatchObject({ ...words, talents: ['urgentTalent'] });
    await office(answerConsultation, { params: { id }, body: { version: 0, agreed: false, reason: '业绩不够具体' } });
    expect(await wang(readConsultation, { params: { id } })).toMatchObject({
      state: 'declined',
      answer: { agreed: false, reason: '业绩不够具体' },
    });
    await expect(apply('green')).rejects.toMatchObject({ code: 'CONSENT_FIRST' });

    const again = await wang(askConsultation, { body: green });
    const answer = { version: 0, agreed: true, reason: '同意', talents: ['urgentTalent' as const] };
    await office(answerConsultation, { params: { id: again.id }, body: answer });
    // Answered once, the request takes no second answer.
    await expect(
      office(answerConsultation, { params: { id: again.id }, body: { ...answer, version: 1 } }),
    ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const made = await apply('green');
    const seen = await wang(readApplication, { params: { id: made.id } });
    expect(seen.facts).toMatchObject({ greenAgreed: true, agreedTalents: ['urgentTalent'], entrusted: null });
    await wang(withdrawApplication, { params: { id: made.id }, body: { version: 0 } });
  });

  it('is asked only where the plan wants it, and says so', async () => {
    const refused = (body: Parameters<typeof wang<typeof askConsultation>>[1]['body']) =>
      expect(wang(askConsultation, { body })).rejects;
    await refused({ ...green, level: 'senior' }).toMatchObject({ code: 'CONSULTATION_NOT_NEEDED' });
    await refused({ ...green, kind: 'entrusted' }).toMatchObject({ code: 'CONSULTATION_NOT_NEEDED' });
    await refused({ ...green, specialty: 'astrology' }).toMatchObject({ code: 'PLAN_UNKNOWN' });
    await refused({ ...green, specialty: 'data-science', level: 'engineer' }).toMatchObject({
      code: 'LEVEL_NOT_OFFERED',
    });
  });

  it('is seen by the person and the own office alone', async () => {
    const [id = ''] = (await wang(listOwnConsultations, { query: {} })).items.map((line) => line.id);
    const nothing = { code: 'NOT_FOUND' };
    for (const client of [liu, elsewhere, await server.loginAs('unit'), await server.loginAs('supervisor')]) {
      await expect(client(readConsultation, { params: { id } })).rejects.toMatchObject(nothing);
      const body = { version: 0, agreed: true, reason: '同意' };
      await expect(client(answerConsultation, { params: { id }, body })).rejects.toMatchObject(nothing);
    }
    expect((await elsewhere(listOfficeConsultations, { query: {} })).items).toEqual([]);
    expect((await liu(listOwnConsultations, { query: {} })).items).toEqual([]);
    await expect(server.anyone(readConsultation, { params: { id } })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('委托评审 (LN-2024 八(一))', () => {
  it('is accepted on the whole chain only, the written reply last', async () => {
    await server.asPlatform((ctx) => arrangeBasic(ctx, 'applicant', { affiliation: 'central' }));
    await expect(apply('normal', 'senior')).rejects.toMatchObject({ code: 'ENTRUSTMENT_FIRST' });
    const body = { ...green, kind: 'entrusted', level: 'senior' } as const;
    const { id } = await wang(askConsultation, { body });
    const hand = (client: Client, step: string, datedOn: string) =>
      client(
        addConsultationPaper,
        { params: { id }, body: { step, number: `函〔2024〕${datedOn.slice(-2)}号`, datedOn } },
        { file: new Blob([PNG]), fileName: 'letter.png' },
      );
    const accept = (version = 0) =>
      office(answerConsultation, { params: { id }, body: { version, agreed: true, reason: '收到反馈，予以受理' } });

    await hand(wang, 'unit-consent', '2024-06-10');
    await expect(hand(wang, 'provincial-reply', '2024-06-20')).rejects.toMatchObject({ code: 'PAPER_STEP' });
    await expect(hand(office, 'unit-consent', '2024-06-10')).rejects.toMatchObject({ code: 'PAPER_STEP' });
    await expect(hand(liu, 'superior-letter', '2024-06-12')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await hand(wang, 'superior-letter', '2024-06-12');
    await expect(accept()).rejects.toMatchObject({
      code: 'PAPERS_MISSING',
      details: { words: expect.stringContaining('书面反馈的委托评审函') as string },
    });
    const early = await hand(office, 'provincial-reply', '2024-06-11');
    expect(early.lacks).toHaveLength(1);
    await expect(accept()).rejects.toMatchObject({ code: 'PAPERS_MISSING' });
    const whole = await hand(office, 'provincial-reply', '2024-06-20');
    expect(whole).toMatchObject({ lacks: [], papers: [{}, {}, { paper: { number: '函〔2024〕20号' } }] });
    const paperId = whole.papers[0]?.paper?.id ?? '';
    expect((await wang(readConsultationPaper, { params: { id, paperId } })).size).toBeGreaterThan(0);
    await expect(elsewhere(readConsultationPaper, { params: { id, paperId } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(accept(7)).rejects.toMatchObject({ code: 'STALE' });
    expect(await accept()).toMatchObject({ state: 'agreed' });
    const made = await apply('normal', 'senior');
    expect((await wang(readApplication, { params: { id: made.id } })).facts?.entrusted).toBe(true);
  });
});
