import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';
import { attachOfficialText, findPolicy } from '../modules/policy/index.ts';

/** What came of attaching a text: how many clauses, and which labels do not fit those of the pack. */
export type AttachedText = Awaited<ReturnType<typeof attachOfficialText>>;

/**
 * Attaches an official text to the newest published version of a pack, as the operator may at run time. Null where no
 * such pack is published. Throws `POLICY_TEXT_WITHOUT_NUMBERS`.
 */
export function attachText(installation: Installation, pack: string, text: string): Promise<AttachedText | null> {
  return asPlatform(installation, 'policy.attach-official-text', async (ctx) => {
    const policy = await findPolicy(ctx, { by: 'latest', pack });
    return policy ? attachOfficialText(ctx, policy, text) : null;
  });
}
