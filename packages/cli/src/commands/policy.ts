import { existsSync, readFileSync } from 'node:fs';
import { attachText, exportPacks, importPacks, PackUnreadable, POLICIES, readSettings, visit } from '@zhiping/server';

const USAGE = `用法：
  zhiping policy import [文件夹]   把政策文件作为草案导入（默认是程序自带的 policies）
  zhiping policy export <文件夹>   导出所有版本
  zhiping policy attach-text <标准> <文件>   附上文件原文（UTF-8 文本），政策库里与本平台的表述并列`;

/** `zhiping policy import|export`: moves packs between files and the database. Publication is a matter of two persons. */
export async function policyCommand([verb, folder, file]: readonly string[]): Promise<number> {
  if (verb === 'import') return importFrom(folder ?? POLICIES);
  if (verb === 'export' && folder !== undefined) return exportTo(folder);
  if (verb === 'attach-text' && folder !== undefined && file !== undefined) return attach(folder, file);
  console.error(USAGE);
  return 2;
}

/** 0 when the text fits the labels of the pack, 1 when it is attached but differs, or cannot be attached. */
async function attach(pack: string, file: string): Promise<number> {
  if (!existsSync(file)) {
    console.error(`${file}：没有这个文件`);
    return 1;
  }
  const attached = await visit(readSettings(), (installation) =>
    attachText(installation, pack, readFileSync(file, 'utf8')),
  );
  if (!attached) {
    console.error(`${pack}：没有这个已发布的政策`);
    return 1;
  }
  console.log(`已附上 ${attached.clauses} 条`);
  const lists = [
    ['文字与本包不同的编号', attached.changed],
    ['本包有而原文没有的编号', attached.missingInText],
    ['原文有而本包没有的编号', attached.missingInLabels],
  ] as const;
  for (const [title, labels] of lists) console.log(`${title}：${labels.length === 0 ? '无' : labels.join('、')}`);
  return lists.every(([, labels]) => labels.length === 0) ? 0 : 1;
}

async function importFrom(folder: string): Promise<number> {
  try {
    const imported = await visit(readSettings(), (installation) => importPacks(installation, folder));
    for (const { pack, number, hash, isNew } of imported) {
      console.log(`${pack} 第${number}版 ${hash.slice(0, 16)} ${isNew ? '新草案，等待两位政策管理人员批准' : '已有'}`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof PackUnreadable)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function exportTo(folder: string): Promise<number> {
  const exported = await visit(readSettings(), (installation) => exportPacks(installation, folder));
  for (const { pack, number, file } of exported) console.log(`${pack} 第${number}版 → ${file}`);
  return 0;
}
