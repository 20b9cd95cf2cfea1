import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { AppError } from '@zhiping/contract';
import type { FastifyInstance } from 'fastify';

/** Pages of the signed-in application start with this; all others belong to the public entry. */
const APP_PREFIX = '/app';

/**
 * Serves the built pages: files of `assets/` carry their hash in the name and never change, the pages themselves are
 * asked for anew each time. Addresses inside a page answer with that page.
 */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    index: ['index.html'],
    cacheControl: false,
    dotfiles: 'ignore',
    // The build leaves each file also as .br and .gz.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const immutable = path.includes('/assets/');
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const appPage = existsSync(join(folder, 'app.html')) ? 'app.html' : 'index.html';
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/assets/');
    if (!isPage) throw new AppError('NOT_FOUND');
    return reply.header('cache-control', 'no-cache').sendFile(path.startsWith(APP_PREFIX) ? appPage : 'index.html');
  });
}
