export { CODE_TABLES, CODE_TABLE_IDS, type CodeTable, type CodeTableId, isCodeTable } from './tables.ts';
export { type CatalogueAsk, type Catalogued, catalogueAsks } from './asked.ts';
export { type CatalogueAnswer, catalogueWords } from './words.ts';
export { type CodeLine, type CodeLineProblem, lineProblem, readCodeLines, CODE_COLUMNS } from './lines.ts';
