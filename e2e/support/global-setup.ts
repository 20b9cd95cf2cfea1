import { startServer } from './server.ts';

/** One server for the tests that only read or make their own people; `E2E_URL` uses one that is already running. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env['E2E_URL']) return async () => undefined;
  const server = await startServer();
  process.env['E2E_URL'] = server.url;
  return server.stop;
}
