import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Half of a command's start is reading its code; what was read once is kept beside it, never in a folder others may write.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled'));

/** A command gets the words after its name and answers the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** Loaded only when asked for: `evaluate` must not wait for the server's code. One command a line. */
const COMMANDS: Readonly<Record<string, { readonly help: string; readonly load: () => Promise<Command> }>> = {
  administrator: {
    help: '在空的平台上创建第一位管理员',
    load: async () => (await import('./commands/administrator.ts')).administratorCommand,
  },
  check: {
    help: '检查数据的各项不变条件；加 --files 时也检查每份文件都在',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  demonstration: {
    help: '把演示年度填满：每个省三百份申报，各个环节都有',
    load: async () => (await import('./commands/demonstration.ts')).demonstrationCommand,
  },
  documents: {
    help: '打印各种文件的样张',
    load: async () => (await import('./commands/documents.ts')).documentsCommand,
  },
  evaluate: {
    help: '按评审标准评估一份申报材料',
    load: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  },
  'payment-simulator': {
    help: '启动模拟支付平台（试用和测试）',
    load: async () => (await import('./commands/payment-simulator.ts')).paymentSimulatorCommand,
  },
  permissions: {
    help: '打印权限矩阵',
    load: async () => (await import('./commands/permissions.ts')).permissionsCommand,
  },
  policy: { help: '导入、导出政策', load: async () => (await import('./commands/policy.ts')).policyCommand },
  record: { help: '核对存证记录', load: async () => (await import('./commands/record.ts')).recordCommand },
  replay: {
    help: '重新展开保存的评估结论，核对是否逐字节相同',
    load: async () => (await import('./commands/replay.ts')).replayCommand,
  },
  serve: { help: '启动平台', load: async () => (await import('./commands/serve.ts')).serveCommand },
  simulate: {
    help: '比较两个标准：谁受益，谁受损',
    load: async () => (await import('./commands/simulate.ts')).simulateCommand,
  },
  source: { help: '核对官方文本与标准', load: async () => (await import('./commands/source-check.ts')).sourceCommand },
  standard: { help: '检查标准、核对下限', load: async () => (await import('./commands/standard.ts')).standardCommand },
};

// A reader that stops early, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  const run = await command.load();
  process.exitCode = await run(args);
} else {
  const list = Object.entries(COMMANDS).map(([word, { help }]) => `  ${word.padEnd(16)} ${help}`);
  console.error(['用法：zhiping <命令> [选项]', '', '命令：', ...list].join('\n'));
  process.exitCode = name === '' || name === '--help' || name === 'help' ? 0 : 2;
}
