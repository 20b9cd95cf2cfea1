import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEE_STATES, outcomeOf, readOrderSaid, readPaymentNotice, signedText } from './index.ts';

const NUMBER = '0193'.padEnd(32, 'a');

it('settles a fee only by the exact amount, while it is waited for and not settled otherwise', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      fc.constantFrom(...FEE_STATES),
      (orderedFen, paidFen, waiting, fee) => {
        const open = fee === 'due' || fee === 'slip';
        const outcome = outcomeOf({ orderedFen, paidFen, waiting, fee });
        expect(outcome === 'settled').toBe(orderedFen === paidFen && waiting && open);
        if (orderedFen !== paidFen) expect(outcome).toBe('amount');
      },
    ),
  );
  expect(outcomeOf({ orderedFen: 1, paidFen: 1, waiting: false, fee: 'due' })).toBe('late');
  expect(outcomeOf({ orderedFen: 1, paidFen: 1, waiting: false, fee: 'waived' })).toBe('double');
});

it('signs every part apart from the others', () => {
  const parts = { timestamp: 1, nonce: 'n', what: 'POST', path: '/orders', body: 'a\nb' };
  const texts = [parts, { ...parts, timestamp: 2 }, { ...parts, nonce: 'm' }, { ...parts, what: 'GET' }].map(
    signedText,
  );
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts[0]).toBe('1\nn\nPOST\n/orders\na\nb');
});

it('takes nothing of a message that is not of the contract', () => {
  const paid = {
    orderNumber: NUMBER,
    amountFen: 1,
    state: 'paid',
    paidFen: 1,
    paidAt: '2024-07-01T00:00:00Z',
    reference: 'x',
  };
  expect(readOrderSaid(paid)).toMatchObject({ state: 'paid' });
  expect(readPaymentNotice({ order: paid })).not.toBeNull();
  for (const bad of [
    { ...paid, paidFen: 1.5 },
    { ...paid, paidFen: '1' },
    { ...paid, orderNumber: '1' },
    { ...paid, state: 'thanks' },
    { orderNumber: NUMBER, amountFen: 1, state: 'open', payUrl: 'javascript:alert(1)', qr: '' },
    null,
  ]) {
    expect(readOrderSaid(bad)).toBeNull();
    expect(readPaymentNotice({ order: bad })).toBeNull();
  }
  expect(readPaymentNotice({ order: paid, refund: {} })).toBeNull();
});
