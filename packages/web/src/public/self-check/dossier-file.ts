import type { Draft } from './draft.ts';

/** Offers the dossier as a file of the published format; it goes to this device only. */
export function saveDossier(draft: Draft): void {
  const text = `${JSON.stringify({ format: 'zhiping-dossier-1', ...draft }, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = '自测材料.dossier.json';
  link.click();
  URL.revokeObjectURL(address);
}

/** A dossier file is a few kilobytes; anything of this size is another file. */
const MAX_BYTES = 2_000_000;

/** Reads a dossier file. Answers the draft, or every problem with its place in words. */
export async function loadDossier(file: File): Promise<{ draft: Draft } | { problems: readonly string[] }> {
  if (file.size > MAX_BYTES) return { problems: ['文件太大，不是申报材料数据文件'] };
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch {
    return { problems: ['文件不是 JSON 格式，请选择扩展名为 .dossier.json 的文件'] };
  }
  const { parseDossier } = await import('@zhiping/standard/dossier/parse');
  const parsed = parseDossier(value);
  if (parsed.ok) {
    const { format: _format, ...draft } = parsed.dossier;
    return { draft: draft as unknown as Draft };
  }
  return {
    problems: parsed.problems.map((problem) => `${problem.path}：现为 ${problem.value}，应为${problem.expected}`),
  };
}
