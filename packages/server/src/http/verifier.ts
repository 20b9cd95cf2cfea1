import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'verifier');
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/**
 * Serves the independent verifier at `/verify/`, exactly as its files stand in the repository: nothing is built, so
 * what a reader sees in the browser is what an auditor read.
 */
export function serveVerifier(server: FastifyInstance): void {
  const scripts = readdirSync(join(FOLDER, 'src')).filter((name) => name.endsWith('.js'));
  const files = ['page.html', 'page.css', ...scripts.map((name) => `src/${name}`)];
  for (const file of files) {
    const content = readFileSync(join(FOLDER, file));
    const type = `${TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain'}; charset=utf-8`;
    const url = file === 'page.html' ? '/verify' : `/verify/${file}`;
    server.get(url, (_request, reply) => reply.header('cache-control', 'no-cache').type(type).send(content));
  }
}
