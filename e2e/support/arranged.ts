import { asPlatform, type Ctx } from '@zhiping/server/context';
import { buildWeb } from '@zhiping/server/start/web';
import { startOwnPlatform } from '@zhiping/server/testing/own-platform';

export interface ArrangedServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The platform with the demonstration year and something arranged in it, for browser tests of branches that begin late in the year. */
export async function startArranged(arrange: (ctx: Ctx) => Promise<void>): Promise<ArrangedServer> {
  const { url, installation, stop } = await startOwnPlatform({ webFolder: await buildWeb() });
  await asPlatform(installation, 'system.test', arrange);
  return { url, stop };
}
