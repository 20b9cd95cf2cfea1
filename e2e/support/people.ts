import type { Browser, BrowserContext, Page } from '@playwright/test';
import { DEMONSTRATION_PASSWORD } from '@zhiping/server/start/demonstration/logins';
import { DESKTOP, expect } from './test.ts';

/** One browser context per person, kept signed in, so that a story can hand the case from one to the next. */
export class People {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #pages = new Map<string, Page>();
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** The page of somebody, signed in as the demonstration login `username`, at `path` below /app. */
  async as(username: string, path: string): Promise<Page> {
    let page = this.#pages.get(username);
    if (!page) {
      const context = await this.#browser.newContext({ viewport: DESKTOP, baseURL: this.#url, locale: 'zh-CN' });
      this.#contexts.push(context);
      page = await context.newPage();
      await signIn(page, username, this.#url);
      this.#pages.set(username, page);
    }
    await page.goto(`${this.#url}/app${path}`);
    return page;
  }

  /** Takes over a page on which `username` signed in by other means, e.g. by registering. */
  remember(username: string, page: Page): void {
    this.#pages.set(username, page);
  }

  /** A page of nobody: the public. */
  async anybody(path: string, viewport: { width: number; height: number } = DESKTOP): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, baseURL: this.#url, locale: 'zh-CN' });
    this.#contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${this.#url}${path}`);
    return page;
  }

  /** An office moves the business time of its province to 09:00 of a day. */
  async moveClockTo(day: string, office = 'office'): Promise<void> {
    const page = await this.as(office, '/office');
    const banner = page.getByRole('region', { name: '演示时间' });
    await banner.getByLabel('前进到', { exact: false }).fill(day);
    await banner.getByRole('button', { name: '前进到这一天 9:00' }).click();
    const [year, month, date] = day.split('-').map(Number);
    await expect(banner.locator('strong')).toContainText(`${year}年${month}月${date}日`);
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}

/** Types username and password, as everybody does outside the demonstration. */
async function signIn(page: Page, username: string, url: string): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(/\/app\//);
}

/** Agrees to an irrevocable step: ticks its box, presses its button, waits until the step is gone. */
export async function confirmStep(page: Page, title: string | RegExp, button: string | RegExp): Promise<void> {
  const step = page.getByRole('region', { name: title });
  await step.getByRole('checkbox').last().check();
  await step.getByRole('button', { name: button }).click();
  await expect(step.getByRole('alert')).toHaveCount(0);
}
