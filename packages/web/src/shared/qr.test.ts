import { describe, expect, it } from 'vitest';
import { qrSvg } from './qr.ts';

describe('qrSvg', () => {
  it('draws the three finders inside a quiet zone of four modules', () => {
    const svg = qrSvg('https://zhiping.example/');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 33 33"/);
    for (const corner of ['M4 4h1', 'M28 4h1', 'M4 28h1']) expect(svg).toContain(corner);
    for (const outside of ['M3 4h1', 'M4 3h1', 'M29 4h1']) expect(svg).not.toContain(outside);
  });

  it('puts nothing of the text into the markup, and grows with it', () => {
    const svg = qrSvg('<script>alert(1)</script>'.repeat(8));
    expect(svg).not.toContain('script');
    expect(svg.length).toBeGreaterThan(qrSvg('a').length);
  });

  it('refuses what no code holds', () => {
    expect(() => qrSvg('长'.repeat(2000))).toThrow();
  });
});
