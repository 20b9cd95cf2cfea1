import { parseArgs } from 'node:util';
import { asPlatform, createFirstAdministrator, readSettings, visit } from '@zhiping/server';

const USAGE =
  '用法：zhiping administrator --organiser <组建单位> --office <评委会办公室> --username <用户名> --name <姓名>';

/** `zhiping administrator`: the organiser and first administrator of an empty installation; prints the password once. */
export async function administratorCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  if (given === null) {
    console.error(USAGE);
    return 2;
  }
  const made = await visit(readSettings(), (installation) =>
    asPlatform(installation, 'account.create-first', (ctx) => createFirstAdministrator(ctx, given)),
  );
  if (made === 'already-there') {
    console.error('这里已有账户，没有改动。');
    return 1;
  }
  console.log(`已创建系统管理员 ${given.username}，密码（只显示这一次，请登录后修改）：${made.password}`);
  return 0;
}

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { organiser: text, office: text, username: text, name: text };
    const { organiser, office, username, name } = parseArgs({ args: [...args], options }).values;
    return organiser && office && username && name ? { organiser, office, username, name } : null;
  } catch (error) {
    // An unknown option: `parseArgs` says which one in English, the usage says it all.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
