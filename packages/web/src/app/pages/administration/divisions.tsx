import { CodeTables } from './code-tables.tsx';

/** 行政区划, kept by the system administrator. */
export default function Divisions() {
  return <CodeTables keeper="system-admin" />;
}
