import { CodeTables } from '../administration/code-tables.tsx';

/** 专业、期刊、奖项目录, kept by the policy owners. */
export default function Catalogues() {
  return <CodeTables keeper="policy-owner" />;
}
