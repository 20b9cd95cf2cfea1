import { exportPacks, importPacks, PackUnreadable, POLICIES, readSettings, visit } from '@zhiping/server';

const USAGE = `用法：
  zhiping policy import [文件夹]   把政策文件作为草案导入（默认是程序自带的 policies）
  zhiping policy export <文件夹>   导出所有版本`;

/** `zhiping policy import|export`: moves packs between files and the database. Publication is a matter of two persons. */
export async function policyCommand([verb, folder]: readonly string[]): Promise<number> {
  if (verb === 'import') return importFrom(folder ?? POLICIES);
  if (verb === 'export' && folder !== undefined) return exportTo(folder);
  console.error(USAGE);
  return 2;
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
