import { addExpert, getPool, registerFiling, removeExpert, renewExpert } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
const params = { organiserId: DEMONSTRATION.organiser };

const NEW = {
  name: '钟新专',
  idNumber: '210102197001011234',
  phone: '13912345678',
  username: 'zhongxz',
  password: '辽水东流浑河北岸七三',
  specialty: '安防工程',
  level: 'senior',
  employer: '大连海事大学',
  unitId: null,
  appointedOn: '2024-01-01',
  termEnds: '2026-12-31',
} as const;

describe('the pool', () => {
  it('has the demonstration’s experts, one term ended, and a filed committee of eleven', async () => {
    const office = await server.loginAs('office');
    const { experts, filings } = await office(getPool, { params });
    expect(experts.length).toBeGreaterThanOrEqual(31);
    expect(experts.filter(({ inTerm }) => !inTerm)).toHaveLength(1);
    expect(filings).toMatchObject([{ members: 11, valid: true, chairName: '陈主任' }]);
  });

  it('is for office and supervisor only', async () => {
    for (const login of ['applicant', 'unit', 'chair', 'expert1', 'system'] as const) {
      const caller = await server.loginAs(login);
      await expect(caller(getPool, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const supervisor = await server.loginAs('supervisor');
    expect((await supervisor(getPool, { params })).experts.length).toBeGreaterThan(0);
    await expect(supervisor(addExpert, { params, body: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes an expert with a term of at most three years, renews and removes', async () => {
    const office = await server.loginAs('office');
    const long = office(addExpert, { params, body: { ...NEW, termEnds: '2027-01-02' } });
    await expect(long).rejects.toMatchObject({ code: 'TERM_TOO_LONG' });
    await office(addExpert, { params, body: NEW });
    const again = office(addExpert, { params, body: { ...NEW, idNumber: '210102197001011235' } });
    await expect(again).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    const { experts } = await office(getPool, { params });
    const added = experts.find(({ name }) => name === NEW.name);
    if (!added) throw new Error('not on file');
    const term = { appointedOn: '2026-12-31', termEnds: '2029-12-31' };
    await office(renewExpert, { params: { id: added.id }, body: { ...term, version: added.version } });
    const stale = office(removeExpert, { params: { id: added.id }, body: { reason: '调离', version: added.version } });
    await expect(stale).rejects.toMatchObject({ code: 'STALE' });
    await office(removeExpert, { params: { id: added.id }, body: { reason: '调离', version: added.version + 1 } });
    const after = await office(getPool, { params });
    expect(after.experts.find(({ id }) => id === added.id)).toMatchObject({ state: 'left', termEnds: '2029-12-31' });
  });

  it('refuses filings that the national rule would not know (第八、九条)', async () => {
    const office = await server.loginAs('office');
    const { filings } = await office(getPool, { params });
    const body = {
      name: '评审委员会',
      number: '辽人社职备〔2024〕1号',
      filedOn: '2024-01-01',
      validUntil: '2027-01-01',
      members: 11,
      levels: ['senior' as const],
      specialties: ['安防工程'],
      chairPersonId: filings[0]?.chairPersonId ?? '',
    };
    const register = (changes: Partial<typeof body>) =>
      office(registerFiling, { params, body: { ...body, ...changes } });
    await expect(register({ members: 12 })).rejects.toMatchObject({ code: 'FILING_INVALID' });
    await expect(register({ members: 9 })).rejects.toMatchObject({ code: 'FILING_INVALID' });
    await expect(register({ validUntil: '2027-01-02' })).rejects.toMatchObject({ code: 'FILING_INVALID' });
    await expect(register({ chairPersonId: DEMONSTRATION.organiser })).rejects.toMatchObject({
      code: 'CHAIR_NOT_IN_POOL',
    });
    await register({});
    await expect(register({})).rejects.toMatchObject({ code: 'FILING_NUMBER_TAKEN' });
  });
});
