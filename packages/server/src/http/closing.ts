import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 100;

/**
 * Makes closing end within `withinMs`: a connection kept open by the browser goes as soon as its answer is out, and
 * one whose answer nobody reads is cut at the end. Without it a single sleeping phone would hold up a restart.
 */
export function boundClosing(server: FastifyInstance, withinMs: number): void {
  server.addHook('preClose', (done) => {
    const { server: http } = server;
    const look = setInterval(() => http.closeIdleConnections(), LOOK_EVERY_MS);
    const cut = setTimeout(() => http.closeAllConnections(), withinMs);
    http.once('close', () => {
      clearInterval(look);
      clearTimeout(cut);
    });
    // One that never listened never closes either.
    if (!http.listening) {
      clearInterval(look);
      clearTimeout(cut);
    }
    done();
  });
}
