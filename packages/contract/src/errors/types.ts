/** One entry of the error catalogue. Words are for the person who reads them: what happened, what to do now. */
export interface ErrorDefinition {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503;
  readonly message: string;
  readonly what: string;
}
export type ErrorDefinitions = Readonly<Record<string, ErrorDefinition>>;
