import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache', 'chromium');

/** Chromium from npm, with what it needs on a machine where nothing is installed: its libraries and Chinese fonts. */
export interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const starts = (path: string, env: Record<string, string>) =>
  spawnSync(path, ['--headless', '--no-sandbox', '--version'], { env: { ...process.env, ...env } }).status === 0;

/**
 * Unpacks Chromium into .cache/chromium once (own folder: in a shared /tmp it would belong to whoever came first) and
 * answers how to launch it. Where the machine lacks NSS, the libraries inside the npm package are used; where that
 * does not start either, a Debian chromium.
 */
export async function prepareChromium(): Promise<Browser> {
  mkdirSync(cache, { recursive: true });
  const fonts = { FONTCONFIG_FILE: fontconfig() };
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = cache;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    if (starts(executablePath, fonts)) return { executablePath, env: fonts };
    const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
    if (!existsSync(join(cache, 'al2023'))) await inflate(join(packed, 'al2023.tar.br'));
    const env = { ...fonts, LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') };
    if (starts(executablePath, env)) return { executablePath, env };
    for (const path of ['/usr/bin/chromium', '/usr/bin/chromium-browser']) {
      if (existsSync(path) && starts(path, fonts)) return { executablePath: path, env: fonts };
    }
    throw new Error('没有能启动的 Chromium：请安装 libnss3，或安装 Debian 的 chromium 软件包后再试');
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** A fontconfig file that points at the Noto fonts of npm, so that Chinese is drawn on any machine. */
function fontconfig(): string {
  const require = createRequire(join(root, 'packages/server/package.json'));
  const folders = ['noto-sans-sc', 'noto-serif-sc'].flatMap((name) => {
    const at = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
    return [join(at, '400Regular'), join(at, '700Bold')];
  });
  const path = join(cache, 'fonts.conf');
  const prefer = (family: string, font: string) =>
    `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  writeFileSync(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<dir>/usr/share/fonts</dir>
<cachedir>${join(cache, 'fontconfig')}</cachedir>
${prefer('sans-serif', 'Noto Sans SC')}
${prefer('serif', 'Noto Serif SC')}
${prefer('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`,
  );
  return path;
}

/** For machines without network, display or GPU, and for root. */
export const LAUNCH_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--lang=zh-CN',
];
