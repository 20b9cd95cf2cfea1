export { parseYaml } from './authoring/parse-yaml.ts';
export * from './dossier/achievements.ts';
export * from './dossier/dossier.ts';
export type { FieldMeta } from './dossier/parts.ts';
export * from './language/node.ts';
export * from './language/pack.ts';
export * from './language/predicate.ts';
export * from './vocabulary/values.ts';
export * from './vocabulary/vocabulary.ts';
