import { defineConfig } from '@playwright/test';
import { LAUNCH_FLAGS, prepareChromium } from './support/chromium.ts';

const browser = await prepareChromium();
const LONG = /(year|provinces)\.spec\.ts$/;

export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  // Two cores: one for the server and its database, one for the browser; files run beside each other, tests in order.
  workers: 2,
  // The long stories begin first; begun last, they would keep one core waiting for the other.
  projects: [
    { name: '年度', testMatch: LONG },
    { name: '各处', testIgnore: LONG },
  ],
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // A machine shared with others may be several times slower: these end what hangs.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A control that does not come within this time is a failure, not a reason to wait for the whole test's time.
    actionTimeout: 45_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    // Nothing waits for an animation to end.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...LAUNCH_FLAGS],
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
});
