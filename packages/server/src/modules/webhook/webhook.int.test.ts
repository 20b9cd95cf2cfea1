import {
  createWebhook,
  endWebhook,
  getMe,
  listWebhookDeliveries,
  listWebhooks,
  resendWebhookDelivery,
  unitReturn,
} from '@zhiping/contract';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { signatureOf } from './send.ts';

let server: TestServer;
let status = 200;
const received: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
const listener = createServer((request, response) => {
  text(request).then(
    (body) => {
      received.push({ headers: request.headers, body });
      response.writeHead(status).end();
    },
    () => response.writeHead(500).end(),
  );
});
beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  server = await startTestServer({ settings: { webhookPrivate: true } });
});
afterAll(async () => {
  await server.close();
  await new Promise((resolve) => listener.close(resolve));
});

it('tells the unit’s system of a move: signed, without a name, tried again, told once more on demand', async () => {
  const [unit, applicant] = [await server.loginAs('unit'), await server.loginAs('applicant')];
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
  const asked = { name: '人事系统', relation: 'unit' as const, subjectId: DEMONSTRATION.enterprise, url };
  const body = { ...asked, password: DEMONSTRATION_PASSWORD };
  const { webhook, secret } = await unit(createWebhook, { body });
  const params = { webhookId: webhook.id };
  const { personId, name } = await applicant(getMe, {});
  const id = await server.asPlatform((ctx) =>
    arrangeApplication(ctx, { personId, state: { stage: 'unit-review', submissions: 0 } }),
  );
  status = 503;
  const items = [{ place: '学历', label: '', problem: '缺少证书', whatToDo: '请上传' }];
  await unit(unitReturn, { params: { id }, body: { version: 0, items } });
  await server.settle();
  const { items: first } = await unit(listWebhookDeliveries, { params, query: {} });
  expect(first).toMatchObject([{ state: 'waiting', attempts: 1, error: 'http-503' }]);

  const [told] = received;
  const timestamp = Number(told?.headers['zhiping-timestamp']);
  expect(told?.headers['zhiping-signature']).toBe(`v1=${signatureOf(secret, timestamp, told?.body ?? '')}`);
  const sent = JSON.parse(told?.body ?? '{}') as Record<string, string>;
  expect(Object.keys(sent).toSorted()).toEqual(['applicationId', 'at', 'from', 'id', 'to', 'type']);
  expect(sent).toMatchObject({
    type: 'application.moved',
    applicationId: id,
    from: 'unit-review',
    to: 'draft',
  });
  expect(told?.body).not.toContain(name);

  const delivery = { ...params, deliveryId: first[0]?.id ?? '' };
  const early = unit(resendWebhookDelivery, { params: delivery });
  await expect(early).rejects.toMatchObject({ code: 'WEBHOOK_NOT_FAILED' });
  await server.asPlatform(({ tx }) => tx.updateTable('webhook_delivery').set({ state: 'failed' }).execute());
  status = 200;
  await unit(resendWebhookDelivery, { params: delivery });
  await server.settle();
  expect((await unit(listWebhookDeliveries, { params, query: {} })).items).toMatchObject([{ state: 'sent' }]);

  const other = await server.loginAs('unit2');
  await expect(other(listWebhookDeliveries, { params, query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(other(createWebhook, { body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await unit(endWebhook, { params });
  expect((await unit(listWebhooks, { query: {} })).items[0]?.endedAt).not.toBeNull();
});
