import type { SignInOutcome, SignInWay } from '@zhiping/contract';

export const OUTCOME_NAMES = {
  opened: '登录成功',
  'code-asked': '密码正确，等待验证码',
  'wrong-password': '密码不正确',
  'wrong-code': '验证码不正确',
  locked: '账户已锁定',
  unknown: '没有这个用户名',
  merged: '账户已并入另一个账户',
} as const satisfies Record<SignInOutcome, string>;

export const WAY_NAMES = {
  password: '密码',
  'sign-on': '统一身份认证',
  registration: '注册',
} as const satisfies Record<SignInWay, string>;

const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙设备'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Android/, '安卓手机或平板'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
];
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** A device as people know it, from what its browser calls itself. */
export function deviceName(agent: string): string {
  const of = (names: typeof SYSTEMS): string | undefined => names.find(([pattern]) => pattern.test(agent))?.[1];
  const [system, browser] = [of(SYSTEMS), of(BROWSERS)];
  if (system === undefined) return '其他设备';
  return browser === undefined ? system : `${system}，${browser}`;
}
