import { startPaymentSimulator } from '@zhiping/server';

/**
 * `zhiping payment-simulator`: a payment provider for trials, in a process of its own, that speaks docs/支付接口.md.
 * PORT (8090) and PAYMENT_KEY come from the environment. Answers the exit code.
 */
export async function paymentSimulatorCommand(): Promise<number> {
  const key = process.env['PAYMENT_KEY'] ?? '';
  if (key.length < 32) {
    console.error('请用 PAYMENT_KEY 给出至少 32 个字符的密钥，与平台的相同。');
    return 2;
  }
  const port = Number(process.env['PORT'] ?? 8090);
  const simulator = await startPaymentSimulator({ key, port, say: (line) => console.log(line) });
  console.log(
    `模拟支付平台：${simulator.url}\n平台启动时设置 PAYMENT_URL=${simulator.url}，PAYMENT_KEY 相同。按 Ctrl+C 停止。`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  await simulator.close();
  return 0;
}
