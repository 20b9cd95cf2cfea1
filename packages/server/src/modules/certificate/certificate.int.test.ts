import {
  askRevocation,
  decideRevocation,
  downloadCertificate,
  listCertificates,
  listLookups,
  listMyCertificates,
  readCertificateKeys,
  verifyCertificate,
} from '@zhiping/contract';
import { openClaim, readQrText } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { issueCertificate, unprintable } from './index.ts';

let server: TestServer;
let issued: { id: string; number: string };
const HOLDER = '王安防';

beforeAll(async () => {
  server = await startTestServer();
  issued = await server.asPlatform(async (ctx) => {
    const { id: personId } = await ctx.tx
      .selectFrom('person')
      .select('id')
      .where('name', '=', HOLDER)
      .executeTakeFirstOrThrow();
    return issueCertificate(ctx, {
      organiserId: DEMONSTRATION.organiser,
      applicationId: ctx.newId(),
      personId,
      confirmerId: DEMONSTRATION.confirmer,
      holderName: HOLDER,
      sex: '男',
      idNumberMasked: '2101**********1234',
      unitName: '沈阳安盾科技有限公司',
      numbering: {
        pattern: '{region}{year}{series}{level}-{random}-{check}',
        region: '210000',
        series: '08',
        committee: '001',
      },
      seriesName: '工程系列',
      level: 'senior',
      levelName: '副高级',
      specialty: '安防工程',
      titleName: '高级工程师',
      committeeName: '辽宁省工程系列安防工程专业评审委员会',
      issuer: '辽宁省人力资源和社会保障厅',
      approvalNumber: '辽人社职〔2024〕示例号',
      obtainedOn: '2024-10-18',
      issuedOn: '2024-11-08',
    });
  });
});
afterAll(() => server.close());

const lookUp = (number: string, name: string) => server.anyone(verifyCertificate, { body: { number, name } });

describe('verification by anybody', () => {
  it('shows a valid certificate with the name masked, to whoever knows number and name', async () => {
    const { result } = await lookUp(issued.number.toLowerCase().replaceAll('-', ' '), HOLDER);
    expect(result).toMatchObject({ found: true, state: 'valid', name: '王*防', titleName: '高级工程师' });
    expect(JSON.stringify(result)).not.toMatch(/2101\d{8}|沈阳安盾/);
  });

  it('answers an unknown number and a wrong name alike', async () => {
    const wrongName = await lookUp(issued.number, '王安全');
    const unknown = await lookUp(`${issued.number.slice(0, -4)}AA11`, HOLDER);
    expect(Object.keys(wrongName.result)).toEqual(Object.keys(unknown.result));
    expect(wrongName.result.found).toBe(false);
    expect(unknown.result.found).toBe(false);
  });

  it('lets a scanned code be checked without the server', async () => {
    const { keys } = await server.anyone(readCertificateKeys, {});
    const applicant = await server.loginAs('applicant');
    const [certificate] = (await applicant(listMyCertificates, {})).items;
    const payload = readQrText(certificate?.verifyUrl ?? '');
    const publicKeys = keys.map((key) => new Uint8Array(Buffer.from(key, 'hex')));
    expect(payload && openClaim(payload, publicKeys)).toMatchObject({ number: issued.number, name: HOLDER });
    const forged = payload?.with(20, (payload[20] ?? 0) ^ 1);
    expect(forged && openClaim(forged, publicKeys)).toBeNull();
  });
});

describe('the holder', () => {
  it('downloads the certificate and sees who looked it up', async () => {
    const applicant = await server.loginAs('applicant');
    const pdf = await applicant(downloadCertificate, { params: { id: issued.id } });
    const { text } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(text).toContain('专业技术资格证书');
    expect(text).toContain(HOLDER);
    expect(text).toContain(issued.number);
    const before = (await applicant(listLookups, { params: { id: issued.id } })).items.length;
    await lookUp(issued.number, HOLDER);
    const after = await applicant(listLookups, { params: { id: issued.id } });
    expect(after.items).toHaveLength(before + 1);
    expect(after.items[0]).toMatchObject({ way: 'number', shown: 'valid' });
  });

  it('is nobody else: another applicant finds nothing', async () => {
    const other = await server.loginAs('applicant2');
    expect((await other(listMyCertificates, {})).items).toEqual([]);
    await expect(other(downloadCertificate, { params: { id: issued.id } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(other(listLookups, { params: { id: issued.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const office = await server.loginAs('office');
    await expect(office(listLookups, { params: { id: issued.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('revocation', () => {
  it('needs two people, and then the public sees it', async () => {
    const office = await server.loginAs('office');
    const confirmer = await server.loginAs('confirmer');
    const params = { id: issued.id };
    const [found] = (await confirmer(listCertificates, { query: { search: issued.number } })).items;
    const version = found?.version ?? -1;

    await expect(office(decideRevocation, { params, body: { version, agree: true } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(confirmer(decideRevocation, { params, body: { version, agree: true } })).rejects.toMatchObject({
      code: 'REVOCATION_NOT_ASKED',
    });
    const asked = await confirmer(askRevocation, { params, body: { version, reason: '业绩材料系伪造' } });
    expect(asked.certificate).toMatchObject({ state: 'valid', revocation: { mine: true } });
    expect((await lookUp(issued.number, HOLDER)).result).toMatchObject({ state: 'valid' });
    const next = asked.certificate.version;
    await expect(confirmer(decideRevocation, { params, body: { version: next, agree: true } })).rejects.toMatchObject({
      code: 'REVOCATION_SAME_PERSON',
    });
    await expect(office(askRevocation, { params, body: { version: next, reason: '再次提出' } })).rejects.toMatchObject({
      code: 'REVOCATION_ASKED',
    });
    await expect(office(askRevocation, { params, body: { version, reason: '旧版本' } })).rejects.toMatchObject({
      code: 'STALE',
    });
  });

  it('asked by the office and agreed to by the issuing authority, shows revoked', async () => {
    const office = await server.loginAs('office');
    const confirmer = await server.loginAs('confirmer');
    const params = { id: issued.id };
    // The first request is turned down by a second person; here directly, the demonstration has one confirmer only.
    await server.asPlatform(async (ctx) => {
      const other = await ctx.tx
        .selectFrom('person')
        .select('id')
        .where('name', '=', '郑监督')
        .executeTakeFirstOrThrow();
      await ctx.tx
        .updateTable('certificate_revocation')
        .set({ decided_by: other.id, decided_at: ctx.businessNow, agreed: false })
        .execute();
    });
    const [found] = (await office(listCertificates, { query: {} })).items;
    const asked = await office(askRevocation, {
      params,
      body: { version: found?.version ?? -1, reason: '业绩材料系伪造' },
    });
    const decided = await confirmer(decideRevocation, {
      params,
      body: { version: asked.certificate.version, agree: true },
    });
    expect(decided.certificate).toMatchObject({ state: 'revoked', revokeReason: '业绩材料系伪造' });
    expect((await lookUp(issued.number, HOLDER)).result).toMatchObject({ found: true, state: 'revoked' });
    await expect(
      confirmer(askRevocation, { params, body: { version: decided.certificate.version, reason: '再次' } }),
    ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });
});

describe('names that cannot be printed', () => {
  it('are told before a certificate is issued', () => {
    expect(
      unprintable({ holderName: '王𠮷', unitName: '', committeeName: '', issuer: '', approvalNumber: '' }),
    ).toEqual(['𠮷']);
  });
});

describe('guessing', () => {
  it('is slowed down', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        lookUp('2100002024082-AAAAAAAAAAAAAAAA-11', HOLDER).catch((error: unknown) => error),
      ),
    );
    expect(answers).toContainEqual(expect.objectContaining({ code: 'TOO_MANY' }));
  });
});
