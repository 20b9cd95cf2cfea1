import { AppError } from '@zhiping/contract';
import { describe, expect, it } from 'vitest';
import { mayPass, severalAtOnce, uploadKey } from './resumable.ts';

describe('sending in pieces', () => {
  it('tries again only what another try may change', () => {
    expect(['OFFLINE', 'BUSY', 'UPLOAD_OFFSET'].map((code) => mayPass(new AppError(code as 'BUSY')))).toEqual([
      true,
      true,
      true,
    ]);
    expect(mayPass(new AppError('FILE_TYPE'))).toBe(false);
    expect(mayPass(new Error('x'))).toBe(false);
  });

  it('knows the same file again by name, size and time', () => {
    const file = { name: 'a.pdf', size: 3, lastModified: 7 };
    expect(uploadKey(file)).toBe(uploadKey({ ...file }));
    expect(uploadKey(file)).not.toBe(uploadKey({ ...file, size: 4 }));
  });

  it('does many works, at most so many at once, each once', async () => {
    let now = 0;
    let most = 0;
    const done: number[] = [];
    await severalAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      done.push(item);
      now -= 1;
    });
    expect(most).toBe(3);
    expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
