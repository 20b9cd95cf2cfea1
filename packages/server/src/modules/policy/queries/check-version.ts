import { type PolicyCheck, type PolicyEffect, standardIn } from '@zhiping/contract';
import { sha256Hex } from '@zhiping/core';
import { wordsByLabel } from '@zhiping/standard/authoring/pack-labels';
import { parseYaml } from '@zhiping/standard';
import { compareSource } from '@zhiping/standard/source/compare';
import type { LabelsFile } from '@zhiping/standard/source/labels';
import { clauseLength } from '@zhiping/standard/source/normalise';
import type { Ctx } from '../../../context.ts';
import type { EffectReport } from '../../../policy/workbench/tasks.ts';
import { runTask } from '../../../policy/workbench/workbench.ts';
import { readOfficialText } from './official-text.ts';
import { findPolicy, type StoredPolicy } from './read-policy.ts';
import { materialOf, versionFiles } from './version-files.ts';

/** Lints, readings, examples and, where an official text is attached, the text against the labels of the pack. */
export async function checkVersion(ctx: Ctx, policy: StoredPolicy): Promise<PolicyCheck> {
  const files = await versionFiles(ctx, policy);
  const report = await runTask({ task: 'check', files });
  return writable({ ...report, source: await sourceOf(ctx, policy, files.standard.text) });
}

/** What would differ with other meanings of some readings; nothing is kept. */
export async function tryReadings(
  ctx: Ctx,
  policy: StoredPolicy,
  choices: Readonly<Record<string, string>>,
): Promise<PolicyEffect> {
  const files = await versionFiles(ctx, policy);
  return writable(await runTask({ task: 'try', files, choices }));
}

/** A version beside the one in use: what differs, and which examples come to something else. */
export async function versionEffect(
  ctx: Ctx,
  policy: StoredPolicy,
): Promise<PolicyEffect & { readonly against: number | null }> {
  const files = await versionFiles(ctx, policy);
  const published = await findPolicy(ctx, { by: 'latest', pack: policy.pack });
  if (!published) return { problems: [], changes: [], run: 0, examples: [], against: null };
  const task = { task: 'effect', older: standardIn(published), newer: standardIn(policy), files } as const;
  return { ...writable<EffectReport>(await runTask(task)), against: published.number };
}

async function sourceOf(ctx: Ctx, policy: StoredPolicy, standardText: string): Promise<PolicyCheck['source']> {
  const { clauses } = await readOfficialText(ctx, policy.pack);
  const labels = (await materialOf(ctx, policy.pack))['labels.json'];
  if (clauses.length === 0 || labels === undefined) return null;
  const text: LabelsFile = {
    document: '',
    normalisation: '',
    clauses: clauses.map((clause) => ({
      label: clause.label,
      length: clauseLength(clause.text),
      sha256: sha256Hex(clause.text),
    })),
  };
  const used = new Set(wordsByLabel(standardIn(policy)).keys());
  return writable(compareSource(text, JSON.parse(labels) as LabelsFile, used, excused(standardText)));
}

/** Labels the pack says have no condition; read from its text, which loaded when it was imported. */
function excused(standardText: string): ReadonlySet<string> {
  const { unconditioned = [] } = parseYaml(standardText) as {
    readonly unconditioned?: readonly { readonly label: string }[];
  };
  return new Set(unconditioned.map(({ label }) => String(label)));
}

type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;
/** Answers are checked against schemas whose arrays can be written; the values are the same. */
const writable = <T>(value: T): Writable<T> => value as Writable<T>;
