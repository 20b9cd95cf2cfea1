import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { test as base, type Browser, expect, type Page } from '@playwright/test';

export { expect, type Page } from '@playwright/test';

/**
 * Every test runs against the shared server; a test that moves the clock or needs the whole year starts its own with
 * `startServer()` in `beforeAll` and passes `url` to the helpers. Errors in the page's console fail the test.
 */
export const test = base.extend<{ url: string; quiet: undefined }>({
  url: [process.env['E2E_URL'] ?? '', { option: true }],
  baseURL: async ({ url }, use) => {
    if (!url) throw new Error('global-setup did not start a server');
    await use(url);
  },
  quiet: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        // A refused request is an answer, not an error of the page.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          problems.push(message.text());
        }
      });
      await use(undefined);
      expect(problems, '网页不应有脚本错误').toEqual([]);
    },
    { auto: true },
  ],
});

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** Signs in through the login page with a demonstration login, chosen by its role, name or username. */
export async function loginAs(page: Page, who: string | RegExp, url = ''): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/login`);
  await page.getByRole('region', { name: '演示账户' }).getByRole('button', { name: who }).first().click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(/\/app\//);
  await expect(page.getByRole('main')).toBeVisible();
}

/** axe finds nothing serious or critical on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({ id, help, at: nodes.slice(0, 5).map((node) => node.target.join(' ')) }));
  expect(grave, `无障碍问题：${page.url()}`).toEqual([]);
}

/** Nothing hangs over the right edge: a phone needs no sideways scrolling. */
export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(over, `页面比屏幕宽：${page.url()}`).toBeLessThanOrEqual(0);
}

/**
 * JavaScript in kB of gzip (1,000 bytes) that `address` loads in a browser that has nothing of it yet, signed in as
 * `like` is. Scripts that arrive unpacked fail the test.
 */
export async function scriptsOf(browser: Browser, like: Page, address: string): Promise<number> {
  const context = await browser.newContext({ storageState: await like.context().storageState() });
  try {
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      expect(response.headers()['content-encoding'], response.url()).toMatch(/br|gzip/);
      sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    expect(sizes.length).toBeGreaterThan(0);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
  } finally {
    await context.close();
  }
}

/** With `E2E_SHOTS=1`, a picture of the whole page in .cache/shots for people to look at; always waits until it is there. */
export async function shot(page: Page, name: string): Promise<void> {
  await expect(page.locator('main').getByRole('heading').first()).toBeVisible();
  await expect(page.getByText(/^正在读取/)).toHaveCount(0);
  if (process.env['E2E_SHOTS'] !== '1') return;
  const folder = join(import.meta.dirname, '..', '..', '.cache', 'shots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
