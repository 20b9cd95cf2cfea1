import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadVocabulary, prepareStandard } from '../../authoring/standard.ts';
import type { LoadedStandard } from '../../authoring/standard.ts';
import { formatProblem } from '../../authoring/problem.ts';
import { dossierSchema } from '../../dossier/dossier.ts';
import type { Dossier } from '../../dossier/dossier.ts';

/** The folder `policies` of the repository. */
export const POLICIES = join(import.meta.dirname, '../../../../../policies');

/** Text of a file under `policies`. */
export const readPolicy = (...path: readonly string[]): string => readFileSync(join(POLICIES, ...path), 'utf8');

type Prepared = ReturnType<typeof prepareStandard>;
const prepared = new Map<string, Prepared>();

/** The files of a pack, parsed once a run and loaded as often as other meanings of its readings are chosen. */
export function openPack(folder: string): Prepared {
  const known = prepared.get(folder);
  if (known) return known;
  const vocabulary = loadVocabulary('vocabulary.yaml', readPolicy('vocabulary.yaml'));
  if (!vocabulary.ok) throw new Error(vocabulary.problems.map(formatProblem).join('\n'));
  const load = prepareStandard({
    standard: { file: 'standard.yaml', text: readPolicy(folder, 'standard.yaml') },
    readings: { file: 'readings.yaml', text: readPolicy(folder, 'readings.yaml') },
    vocabulary: vocabulary.value,
  });
  prepared.set(folder, load);
  return load;
}

/** A pack of the repository, with other meanings of its readings where `choices` names some. Throws with every problem. */
export function loadPack(folder: string, choices: Readonly<Record<string, string>> = {}): LoadedStandard {
  const loaded = openPack(folder)(choices);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.value;
}

/** A dossier of the pack's examples, checked. */
export const readDossier = (folder: string, name: string): Dossier =>
  dossierSchema.parse(JSON.parse(readPolicy(folder, 'examples', `${name}.dossier.json`)));

/** Names of the pack's examples. */
export const exampleNames = (folder: string): readonly string[] =>
  readdirSync(join(POLICIES, folder, 'examples'))
    .flatMap((name) => /^(.+)\.dossier\.json$/.exec(name)?.[1] ?? [])
    .toSorted();

/** Folders of all standards of the repository, e.g. `liaoning/ln-sec-2024`. */
export const standardFolders = (): readonly string[] =>
  readdirSync(POLICIES, { recursive: true, encoding: 'utf8' })
    .flatMap((path) => /^([a-z0-9-]+\/[a-z0-9-]+)\/standard\.yaml$/.exec(path)?.[1] ?? [])
    .toSorted();
