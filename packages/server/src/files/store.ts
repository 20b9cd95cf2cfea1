/** A file that was checked, encrypted and stored. Its random id is kept in a row of whatever it belongs to. */
export interface StoredFile {
  readonly id: string;
  /** Name the person's device gave it, without folders. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Keyed hash of the content, hexadecimal: equal for equal files of this installation. */
  readonly sameness: string;
}
