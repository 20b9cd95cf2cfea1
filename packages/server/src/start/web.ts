import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './settings.ts';

export class WebBuildFailed extends Error {}

/**
 * Builds the pages where their inputs changed and answers the folder to serve. In a process of its own: the bundler's
 * memory is given back, and the build runs while the database starts.
 */
export function buildWeb(): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const child = spawn(process.execPath, [join(REPOSITORY, 'packages/web/build.ts')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve(join(REPOSITORY, 'packages/web/dist'))
        : reject(new WebBuildFailed(`网页没有构建成功：\n${printed}`)),
    );
  });
}
