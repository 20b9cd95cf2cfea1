/** What of a submitted row is looked up in a catalogue: by codes, by name, or both. */
export interface CatalogueAsk {
  readonly row: string;
  /** Name of the paper or prize; blank where it was not stated. */
  readonly title: string;
  readonly table: 'journal' | 'award';
  /** As people read it: the serial numbers, the name of the prize. */
  readonly asked: string;
  readonly codes: readonly string[];
  readonly name: string | null;
}

/** What an achievement of a dossier says of itself, as far as a catalogue is concerned. */
export interface Catalogued {
  readonly kind: string;
  readonly id: string;
  readonly name?: string | undefined;
  readonly cn?: string | undefined;
  readonly issn?: string | undefined;
}

/**
 * Papers are looked up by their serial numbers (a CN number with and without its class), awards by name. What states neither
 * is not asked.
 */
export function catalogueAsks(achievements: readonly Catalogued[]): readonly CatalogueAsk[] {
  return achievements.flatMap(({ kind, id, name, cn, issn }): readonly CatalogueAsk[] => {
    if (kind === 'award' && name !== undefined && name.trim() !== '') {
      return [{ row: id, title: name.trim(), table: 'award', asked: name.trim(), codes: [], name: name.trim() }];
    }
    if (kind !== 'paper') return [];
    const written = [issn, cn].map(plainSerial).filter((code) => code !== '');
    if (written.length === 0) return [];
    const codes = [...new Set(written.flatMap((code) => [code, code.replace(/\/.*$/, '')]))];
    return [{ row: id, title: name?.trim() ?? '', table: 'journal', asked: written.join('、'), codes, name: null }];
  });
}

/** `cn 21-1234/tp` → `21-1234/TP`; `ISSN 1000-1234` → `1000-1234`. */
const plainSerial = (text: string | undefined): string =>
  (text ?? '')
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replace(/^(?:CN|ISSN)[:：]?/, '');
