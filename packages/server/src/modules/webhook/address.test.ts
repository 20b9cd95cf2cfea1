import { expect, it } from 'vitest';
import { isAllowedUrl, isOpenAddress } from './address.ts';
import { signatureOf } from './send.ts';

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fd00::1',
  'fe80::1',
  '::ffff:10.0.0.1',
  'not an address',
])('takes %s for closed', (address) => {
  expect(isOpenAddress(address)).toBe(false);
});

it.each(['1.1.1.1', '172.32.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])('takes %s for open', (address) => {
  expect(isOpenAddress(address)).toBe(true);
});

it.each([
  ['https://example.com/hook', true],
  ['http://example.com/hook', false],
  ['https://localhost/hook', false],
  ['https://127.0.0.1/hook', false],
  ['https://0x7f000001/hook', false],
  ['https://[::1]/hook', false],
  ['https://user:password@example.com/', false],
  ['ftp://example.com/', false],
])('%s may be told: %s', (url, allowed) => {
  expect(isAllowedUrl(url, false)).toBe(allowed);
});

it('signs time and body together', () => {
  expect(signatureOf('key', 1, '{}')).not.toBe(signatureOf('key', 2, '{}'));
  expect(signatureOf('key', 1, '{}')).toMatch(/^[0-9a-f]{64}$/);
});
