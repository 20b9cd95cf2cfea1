import { ed25519 } from '@noble/curves/ed25519.js';
import { checkReceipt, signReceipt } from '@zhiping/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receiptSigner } from './receipt-signer.ts';

test('签名与另一个实现逐字节相同，回执可以核对', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  fc.assert(
    fc.property(
      bytes(32),
      fc.uint8Array({ maxLength: 200 }),
      fc.stringMatching(/^[0-9a-f]{64}$/),
      (seed, message, leaf) => {
        const signer = receiptSigner(Buffer.from(seed));
        expect(Buffer.from(signer.sign(message))).toEqual(Buffer.from(ed25519.sign(message, seed)));
        const receipt = signReceipt({ eventId: 'e1', leaf, at: '2024-07-01T00:00:00.000Z' }, signer);
        expect(checkReceipt(receipt, signer.publicKey)).toBe(true);
        expect(checkReceipt({ ...receipt, at: '2024-07-02T00:00:00.000Z' }, signer.publicKey)).toBe(false);
      },
    ),
    { numRuns: 5 },
  );
});
