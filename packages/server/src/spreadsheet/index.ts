export { readTables } from './read-tables.ts';
export { readWorkbook, type ReadSheet } from './read-workbook.ts';
export { type Cell, columnName, type Sheet, WORKBOOK_TYPE, workbook } from './workbook.ts';
