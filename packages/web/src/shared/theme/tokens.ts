/**
 * The one set of design values. `tokensCss` writes them as CSS variables for both entries; `app/theme.ts` derives the
 * antd theme from them. Every text colour keeps 4.5:1 on `paper`, `ground` and its own tint (tokens.test.ts).
 */
export const colours = {
  paper: '#ffffff',
  ground: '#f5f7f8',
  sunk: '#eaeff2',
  line: '#d3dbe0',
  /** Borders of controls: 3:1 against paper (WCAG 1.4.11). */
  edge: '#7f8c96',
  ink: '#1b2733',
  muted: '#4d5b67',
  accent: '#17506b',
  accentStrong: '#0e3b51',
  accentTint: '#e3eff5',
  focus: '#b45309',
  met: '#14623f',
  metTint: '#e4f3ea',
  unmet: '#a3231c',
  unmetTint: '#fbeae8',
  judge: '#7a4b00',
  judgeTint: '#fbf1dc',
  missing: '#46536b',
  missingTint: '#eaedf4',
} as const;

/** Steps of the spacing scale, in rem. */
export const spaces = { 1: 0.25, 2: 0.5, 3: 0.75, 4: 1, 5: 1.5, 6: 2, 7: 3, 8: 4 } as const;

/** Type scale in rem; the root is 16 px, 20 px in 大字版. */
export const sizes = { small: 0.875, body: 1, lead: 1.125, h3: 1.1875, h2: 1.4375, h1: 1.875, wall: 3 } as const;

export const fonts = {
  sans: '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif',
  serif: '"Songti SC","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","SimSun",serif',
  mono: 'ui-monospace,"SFMono-Regular","Consolas","Noto Sans Mono","DejaVu Sans Mono",monospace',
} as const;

export const rootSize = { normal: 16, large: 20 } as const;
export const radius = 6;

const dashed = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The CSS text with one variable per token, e.g. `--c-accent-tint`, `--s-4`, `--t-h2`, `--f-serif`. */
export function tokensCss(): string {
  const lines = [
    ...Object.entries(colours).map(([name, value]) => `--c-${dashed(name)}: ${value};`),
    ...Object.entries(spaces).map(([step, rem]) => `--s-${step}: ${rem}rem;`),
    ...Object.entries(sizes).map(([name, rem]) => `--t-${name}: ${rem}rem;`),
    ...Object.entries(fonts).map(([name, value]) => `--f-${name}: ${value};`),
    `--radius: ${radius}px;`,
  ];
  return `:root {\n  ${lines.join('\n  ')}\n  font-size: ${rootSize.normal}px;\n}\n:root[data-text='large'] { font-size: ${rootSize.large}px; }\n`;
}
