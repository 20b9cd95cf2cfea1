import { expect, test } from 'vitest';
import { colours, tokensCss } from './tokens.ts';

/** Relative luminance by WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const texts = ['ink', 'muted', 'accent', 'accentStrong', 'met', 'unmet', 'judge', 'missing'] as const;

test.each(texts)('%s is readable on every ground', (name) => {
  for (const ground of ['paper', 'ground', 'sunk', 'accentTint'] as const) {
    expect(contrast(colours[name], colours[ground]), ground).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(['met', 'unmet', 'judge', 'missing'] as const)('%s is readable on its tint', (name) => {
  expect(contrast(colours[name], colours[`${name}Tint`])).toBeGreaterThanOrEqual(4.5);
});

test('edges of controls and the focus ring stand out', () => {
  expect(contrast(colours.edge, colours.paper)).toBeGreaterThanOrEqual(3);
  expect(contrast(colours.focus, colours.paper)).toBeGreaterThanOrEqual(3);
  expect(contrast(colours.focus, colours.ground)).toBeGreaterThanOrEqual(3);
});

test('tokens become variables', () => {
  expect(tokensCss()).toContain('--c-accent-tint: #e3eff5;');
  expect(tokensCss()).toContain("[data-text='large'] { font-size: 20px; }");
});
