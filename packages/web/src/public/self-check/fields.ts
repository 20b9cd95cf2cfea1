/** One thing the form can ask, as the dossier schema describes it. */
export interface FormField {
  readonly name: string;
  readonly title: string;
  readonly form: 'word' | 'claim' | 'yes' | 'date' | 'number' | 'text' | 'list' | 'group';
  /** Vocabulary of its words; null where it has none. */
  readonly scale: string | null;
  readonly description: string;
}

export interface DossierFields {
  /** `applicant`, `conduct`, …: facts of the dossier itself. */
  readonly groups: Readonly<Record<string, { readonly title: string; readonly fields: readonly FormField[] }>>;
  /** `educations`, `titles`, …: records. */
  readonly lists: Readonly<Record<string, readonly FormField[]>>;
  /** Kinds of achievement with their fields. */
  readonly kinds: Readonly<Record<string, readonly FormField[]>>;
  /** Experts who assess a report or recommend. */
  readonly experts: readonly FormField[];
}
