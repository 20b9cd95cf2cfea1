import { type CalendarDate, dateWords } from '../calendar/index.ts';
import { CODE_TABLES } from './tables.ts';

/** What a catalogue answered to what was asked of it. */
export interface CatalogueAnswer {
  readonly table: 'journal' | 'award';
  readonly asked: string;
  /** Null where the catalogue does not have it. */
  readonly entry: {
    readonly code: string;
    readonly name: string;
    readonly validFrom: CalendarDate;
    readonly ended: boolean;
    readonly source: string;
  } | null;
}

/** The answer in words, the same for the office and for experts. */
export function catalogueWords({ table, asked, entry }: CatalogueAnswer): string {
  if (entry === null) return `${CODE_TABLES[table].name}中没有“${asked}”，请人工核对`;
  const { code, name, validFrom, ended, source } = entry;
  return `${name}（${code}），自${dateWords(validFrom)}起${ended ? '停用' : '有效'}，来源：${source}`;
}
