import { randomBytes } from 'node:crypto';
import { seedSigner } from '@zhiping/core';
import { expect, it } from 'vitest';
import { publicKeyOf, signerOf } from './keys.ts';

it('signs byte for byte as the plain implementation that outsiders verify with', () => {
  for (let round = 0; round < 20; round += 1) {
    const seed = randomBytes(32);
    const [native, plain] = [signerOf(seed), seedSigner(seed)];
    expect(publicKeyOf(native)).toBe(Buffer.from(plain.publicKey).toString('hex'));
    const message = randomBytes(round * 7);
    expect(Buffer.from(native.sign(message))).toEqual(Buffer.from(plain.sign(message)));
  }
});
