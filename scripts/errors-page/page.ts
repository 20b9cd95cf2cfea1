import { ERROR_GROUPS } from '../../packages/contract/src/errors/index.ts';

const HEAD = `# 错误一览

平台拒绝办理时答复的每一种错误：编码固定不变，供程序判断和查找；说明和怎么办是用户看到的话。本页由 \`node scripts/errors-page.ts\` 从
\`packages/contract/src/errors/\` 生成，不要手改。答复的写法见接口描述 \`/api/openapi.json\`；\`INVALID\` 另在 \`fields\` 逐处列出问题。
`;

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** docs/错误一览.md: every code of the catalogue with its HTTP status, what happened and what to do. */
export function errorsPage(): string {
  const sections = ERROR_GROUPS.map(({ heading, errors }) =>
    [
      `## ${heading}`,
      '',
      row(['编码', '状态', '说明', '怎么办']),
      row(['---', '---', '---', '---']),
      ...Object.entries(errors).map(([code, { status, message, what }]) => row([`\`${code}\``, status, message, what])),
    ].join('\n'),
  );
  return `${[HEAD, ...sections].join('\n\n').replace('\n\n\n', '\n\n')}\n`;
}
