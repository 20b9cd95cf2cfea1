import {
  EXPERT_LOGINS,
  DEMONSTRATION_PASSWORD,
  FolderInUse,
  PostgresFailed,
  PROVINCES,
  readSettings,
  RolesMissing,
  type Serving,
  serve,
  SettingsError,
  UnfitDatabase,
  UnknownSchema,
  WebBuildFailed,
} from '@zhiping/server';

/** Mistakes of the operator or the machine: told in one sentence. Anything else is ours and shows its stack. */
const EXPLAINED = [
  FolderInUse,
  PostgresFailed,
  RolesMissing,
  SettingsError,
  UnfitDatabase,
  UnknownSchema,
  WebBuildFailed,
];

const USAGE = `用法：zhiping serve

启动平台，直到被停止（Ctrl-C）。没有选项：端口、数据文件夹等用环境变量设置，
例如 PORT=8080 ZHIPING_DATA=/srv/zhiping zhiping serve；全部变量见 docs/OPERATIONS.md。`;

/** `zhiping serve`: starts the platform and runs until it is told to stop. Answers the exit code. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error(USAGE);
    return args[0] === '--help' ? 0 : 2;
  }
  try {
    const serving = await serve(readSettings(), (line) => console.log(line));
    console.log(welcome(serving));
    await stopSignal();
    console.log('\n正在停止…');
    await serving.stop();
    return 0;
  } catch (error) {
    if (!EXPLAINED.some((kind) => error instanceof kind) && !isAddressInUse(error)) throw error;
    console.error(isAddressInUse(error) ? '端口已被占用，请用 PORT 指定别的端口。' : (error as Error).message);
    return 1;
  }
}

function isAddressInUse(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'EADDRINUSE';
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // `on`, not `once`: Ctrl-C reaches us twice, from the terminal and from the program that started us.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

function welcome({ url, settings }: Serving): string {
  const lines = ['', `职评已就绪：${url}`, `数据文件夹：${settings.dataFolder}`];
  if (settings.mode === 'production') {
    const first =
      '还没有账户时，另开一个终端运行 zhiping administrator 创建第一位管理员。政策用 zhiping policy import 导入。';
    return [...lines, first].join('\n');
  }
  const expert = EXPERT_LOGINS.at(-1);
  const logins = PROVINCES.flatMap((province) => [
    `  ${province.name}`,
    ...province.logins.map(({ username, name, role }) => `    ${username.padEnd(14)} ${name}  ${role}`),
  ]);
  return [
    ...lines,
    '',
    `演示模式，登录密码都是 ${DEMONSTRATION_PASSWORD}，用户名：`,
    ...logins,
    `    expert1 … ${expert?.username ?? ''}  辽宁评审专家（谁参加由抽取决定，姓名见登录页）`,
    '',
    '要看填满的年度（每省 300 份申报）：另开一个终端运行 npm run demonstration。',
    '按 Ctrl+C 停止。',
  ].join('\n');
}
