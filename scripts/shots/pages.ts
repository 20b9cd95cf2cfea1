import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { DEMONSTRATION_PASSWORD } from '../../packages/server/src/start/demonstration/logins.ts';

/** A page as it looks at both widths. */
export interface Shot {
  readonly path: string;
  readonly label: string;
  readonly who: string;
  readonly address: string;
  /** JPEG at 1280 and at 390 pixels. */
  readonly wide: Buffer;
  readonly narrow: Buffer;
  /** The narrow page must be moved sideways. */
  readonly overflows: boolean;
}
export interface Shots {
  readonly shots: readonly Shot[];
  /** Paths of the route table that no link led to. */
  readonly missed: readonly string[];
}
type Say = (line: string) => void;
interface Login {
  readonly username: string;
  readonly name: string;
  readonly role: string;
}

const WEB = join(import.meta.dirname, '..', '..', 'packages', 'web', 'src');
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };
/** Longer pages are cut: their end looks like their middle. */
const TALLEST = 4000;

/** The route tables are TypeScript of the web package, which this program reads but does not build. */
async function table<T>(file: string, name: string): Promise<readonly T[]> {
  const module: Record<string, unknown> = await import(pathToFileURL(join(WEB, file)).href);
  return module[name] as readonly T[];
}

/** Pages anybody may open; those with parameters are found by the links that lead to them. */
export async function shootPublicPages(browser: Browser, url: string, wanted: RegExp, say: Say): Promise<Shots> {
  const routes = await table<{ path: string; title: string }>('public/routes.ts', 'PUBLIC_PAGES');
  const pages = routes.map(({ path, title }) => ({ path, label: title, needs: null }));
  const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN', baseURL: url });
  try {
    return await walk(context, { pages, prefix: '', who: '公众', wanted, say, seen: new Set() });
  } finally {
    await context.close();
  }
}

/** Pages behind the login, each once, as the first demonstration person whose links lead there. */
export async function shootAppPages(browser: Browser, url: string, wanted: RegExp, say: Say): Promise<Shots> {
  const routes = await table<{ path: string; for: string; label: string }>('app/routes.ts', 'APP_PAGES');
  const pages = routes.map(({ path, label, for: needs }) => ({ path, label, needs }));
  const { provinces } = (await (await fetch(`${url}/api/demonstration/logins`)).json()) as {
    readonly provinces: readonly { readonly logins: readonly Login[]; readonly experts: readonly Login[] }[];
  };
  // Which experts act is decided by the draw; without one they all look alike.
  const experts = provinces.flatMap((province) => province.experts).slice(0, 1);
  const people = [...provinces.flatMap(({ logins }) => logins), ...experts];
  const seen = new Set<string>();
  const shots: Shot[] = [];
  for (const person of people) {
    const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN', baseURL: url });
    const answer = await context.request.post('/api/session', {
      headers: { 'x-zhiping': '1' },
      data: { username: person.username, password: DEMONSTRATION_PASSWORD },
    });
    if (answer.ok()) {
      const found = await walk(context, {
        pages,
        prefix: '/app',
        who: `${person.name}（${person.role}）`,
        wanted,
        say,
        seen,
      });
      shots.push(...found.shots);
    } else say(`${person.username} 不能登录：${answer.status()}`);
    await context.close();
  }
  return { shots, missed: pages.map(({ path }) => path).filter((path) => wanted.test(path) && !seen.has(path)) };
}

interface Route {
  readonly path: string;
  readonly label: string;
  /** Relation without which the page is not shown. */
  readonly needs: string | null;
}
interface Walk {
  readonly pages: readonly Route[];
  readonly prefix: string;
  readonly who: string;
  readonly wanted: RegExp;
  readonly say: Say;
  /** Paths looked at already; grows. */
  readonly seen: Set<string>;
}

/** Goes from page to page by their links until no page of the table is new. */
async function walk(context: BrowserContext, plan: Walk): Promise<Shots> {
  const page = await context.newPage();
  const shots: Shot[] = [];
  const waiting = [`${plan.prefix}/`];
  const visited = new Set<string>();
  const relations = new Set<string | null>([null, 'signed-in']);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (plan.pages.every(({ path }) => plan.seen.has(path))) break;
    const route = routeOf(plan, address);
    if (route === undefined || visited.has(route.path)) continue;
    visited.add(route.path);
    if (plan.seen.has(route.path) && !leadsOn(plan, route)) continue;
    await page.setViewportSize(WIDE);
    await page.goto(address);
    await settled(page);
    if (!plan.seen.has(route.path) && plan.wanted.test(route.path)) {
      plan.say(`${plan.who}　${address}`);
      shots.push(await shoot(page, route, address, plan.who));
    }
    plan.seen.add(route.path);
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    for (const link of links) {
      const to = routeOf(plan, link);
      if (to !== undefined) relations.add(to.needs);
      if (to !== undefined && !visited.has(to.path)) waiting.push(link);
    }
    // Pages without parameters that no menu lists are open to whoever has the relation.
    for (const one of plan.pages) {
      if (!/[$:]/.test(one.path) && relations.has(one.needs) && !visited.has(one.path) && !plan.seen.has(one.path)) {
        waiting.push(plan.prefix + one.path);
      }
    }
  }
  await page.close();
  return {
    shots,
    missed: plan.pages.map(({ path }) => path).filter((path) => plan.wanted.test(path) && !plan.seen.has(path)),
  };
}

/** Whether a page that was looked at as somebody else may still link to one that was not: the home page, or a list of such. */
function leadsOn({ pages, seen }: Walk, { path }: Route): boolean {
  const list = path.replace(/\/[$:].*$/, '');
  return path === '/' || pages.some((one) => /[$:]/.test(one.path) && !seen.has(one.path) && one.path.startsWith(list));
}

/** The page of the table an address leads to; one without parameters goes before one with. */
function routeOf(plan: Walk, address: string): Route | undefined {
  const path = new URL(address, 'http://here').pathname.replace(/\/+$/, '') || '/';
  if (!path.startsWith(plan.prefix)) return undefined;
  const inner = path.slice(plan.prefix.length) || '/';
  return plan.pages
    .toSorted((a, b) => Number(/[$:]/.test(a.path)) - Number(/[$:]/.test(b.path)))
    .find((one) => new RegExp(`^${one.path.replaceAll(/[$:]\w+/g, '[^/]+')}$`).test(inner));
}

async function shoot(page: Page, route: Route, address: string, who: string): Promise<Shot> {
  const wide = await picture(page, WIDE);
  await page.setViewportSize(NARROW);
  await settled(page);
  const overflows = (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth + 1')) === true;
  const narrow = await picture(page, NARROW);
  return { path: route.path, label: route.label, who, address, wide, narrow, overflows };
}

async function picture(page: Page, size: { readonly width: number; readonly height: number }): Promise<Buffer> {
  const full = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ width: size.width, height: Math.min(Math.max(full, size.height), TALLEST) });
  return page.screenshot({ type: 'jpeg', quality: 60 });
}

/** Until the page's own heading stands and nothing is being read any more; a page that stays busy is taken as it is. */
async function settled(page: Page): Promise<void> {
  await page.locator('main').getByRole('heading').first().waitFor({ timeout: 15_000 }).catch(ignoreTimeout);
  await page
    .getByText(/正在读取/)
    .first()
    .waitFor({ state: 'detached', timeout: 10_000 })
    .catch(ignoreTimeout);
}

function ignoreTimeout(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
}
