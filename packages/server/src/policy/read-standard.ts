import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Problem } from '@zhiping/standard/authoring/problem';
import {
  type Loaded,
  type LoadedStandard,
  loadVocabulary,
  prepareStandard,
} from '@zhiping/standard/authoring/standard';

/** Where problems name files from: the folder above `policies`. */
const shown = (policies: string, file: string): string => relative(join(policies, '..'), file);

/** The folder of a pack by its id, e.g. `ln-sec-2024` → `policies/liaoning/ln-sec-2024`; null when there is none. */
export function packFolder(policies: string, id: string, file: 'standard.yaml' | 'plan.yaml'): string | null {
  for (const entry of readdirSync(policies, { withFileTypes: true })) {
    const folder = join(policies, entry.name, id);
    if (entry.isDirectory() && /^[a-z0-9-]+$/.test(id) && existsSync(join(folder, file))) return folder;
  }
  return null;
}

/** The ids of the packs that have a file of this name. */
export function packIds(policies: string, file: 'standard.yaml' | 'plan.yaml'): readonly string[] {
  return readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(policies, entry.name)).filter((id) => existsSync(join(policies, entry.name, id, file))),
    )
    .toSorted();
}

/** Reads the standard in `folder` with its readings and the shared vocabulary of `policies`. */
export function readStandard(policies: string, folder: string): Loaded<LoadedStandard> {
  const opened = openStandard(policies, folder);
  return opened.ok ? opened.value() : opened;
}

/**
 * The same in two steps, to try other meanings of readings than the chosen ones without reading the files again:
 * `opened.value({ 'tenure-method': 'anniversary' })`.
 */
export function openStandard(
  policies: string,
  folder: string,
): Loaded<(choices?: Readonly<Record<string, string>>) => Loaded<LoadedStandard>> {
  const vocabularyFile = join(policies, 'vocabulary.yaml');
  const vocabulary = loadVocabulary(shown(policies, vocabularyFile), readFileSync(vocabularyFile, 'utf8'));
  if (!vocabulary.ok) return vocabulary;
  const text = (name: string) => {
    const file = join(folder, name);
    return { file: shown(policies, file), text: readFileSync(file, 'utf8') };
  };
  return {
    ok: true,
    value: prepareStandard({
      standard: text('standard.yaml'),
      ...(existsSync(join(folder, 'readings.yaml')) ? { readings: text('readings.yaml') } : {}),
      vocabulary: vocabulary.value,
    }),
  };
}

export type { Loaded, LoadedStandard, Problem };
