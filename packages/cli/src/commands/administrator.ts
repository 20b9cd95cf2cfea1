import { parseArgs } from 'node:util';
import { asPlatform, createFirstAdministrators, readSettings, visit } from '@zhiping/server';

const USAGE = `用法：zhiping administrator --organiser <组建单位> --office <评委会办公室>
  --system <用户名:姓名> --security <用户名:姓名> --audit <用户名:姓名>
系统、安全、审计三员分立，须是三个人。`;

/** `zhiping administrator`: the organiser and the three administrators of an empty installation; prints the passwords once. */
export async function administratorCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  if (given === null) {
    console.error(USAGE);
    return 2;
  }
  const made = await visit(readSettings(), (installation) =>
    asPlatform(installation, 'account.create-first', (ctx) => createFirstAdministrators(ctx, given)),
  );
  if (made === 'already-there') {
    console.error('这里已有账户，没有改动。');
    return 1;
  }
  const [system, security, audit] = made.passwords;
  console.log('已创建三个管理员，密码只显示这一次，请分别交给本人，登录后修改：');
  console.log(`系统管理员 ${given.system.username}：${system}`);
  console.log(`安全管理员 ${given.security.username}：${security}`);
  console.log(`审计管理员 ${given.audit.username}：${audit}`);
  return 0;
}

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { organiser: text, office: text, system: text, security: text, audit: text };
    const { values } = parseArgs({ args: [...args], options });
    const { organiser, office } = values;
    const [system, security, audit] = [named(values.system), named(values.security), named(values.audit)];
    if (!organiser || !office || !system || !security || !audit) return null;
    const apart = new Set([system.username, security.username, audit.username]).size === 3;
    return apart ? { organiser, office, system, security, audit } : null;
  } catch (error) {
    // An unknown option: `parseArgs` says which one in English, the usage says it all.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** `zhang.san:张三`. */
function named(given: string | undefined): { readonly username: string; readonly name: string } | null {
  const [, username, name] = /^([a-z][a-z0-9._-]{2,39})[:：](.{1,60})$/.exec(given ?? '') ?? [];
  return username && name ? { username, name } : null;
}
