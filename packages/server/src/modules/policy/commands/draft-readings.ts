import { AppError } from '@zhiping/contract';
import type { Json } from '@zhiping/core';
import { formatProblem } from '@zhiping/standard/authoring/problem';
import { prepareStandard } from '@zhiping/standard/authoring/standard';
import { switchReadings } from '@zhiping/standard/authoring/switch-readings';
import type { Ctx } from '../../../context.ts';
import type { StoredPolicy } from '../queries/read-policy.ts';
import { versionFiles } from '../queries/version-files.ts';
import { type ImportedPack, importPack } from './import-pack.ts';

/**
 * Keeps a version with other meanings of some readings as the next version of its pack, a draft that two persons approve.
 * Throws `POLICY_NOT_LOADABLE` with every problem, `POLICY_WITHOUT_SOURCE`, `POLICY_NOT_A_STANDARD`.
 */
export async function draftReadings(
  ctx: Ctx,
  policy: StoredPolicy,
  choices: Readonly<Record<string, string>>,
): Promise<ImportedPack> {
  const { standard, readings, vocabulary } = await versionFiles(ctx, policy);
  if (!readings) throw new AppError('POLICY_WITHOUT_SOURCE');
  const switched = { ...readings, text: switchReadings(readings.text, choices) };
  const loaded = prepareStandard({ standard, readings: switched, vocabulary })(choices);
  if (!loaded.ok) {
    const fields = loaded.problems.map((problem) => ({ path: problem.path, message: formatProblem(problem) }));
    throw new AppError('POLICY_NOT_LOADABLE', { fields });
  }
  const content = JSON.parse(JSON.stringify(loaded.value.pack)) as { readonly [key: string]: Json };
  // Versions are written by the platform alone; the permission to draft is decided.
  return ctx.asPlatform(() =>
    importPack(ctx, {
      pack: policy.pack,
      kind: 'standard',
      name: policy.name,
      content,
      source: { [standard.file]: standard.text, [switched.file]: switched.text },
    }),
  );
}
