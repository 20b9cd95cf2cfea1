import { AppError } from '@zhiping/contract';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Guesses an attacker needs at least: 10^8 (score 3 of 4). */
const MIN_SCORE = 3;
/** The commonest passwords and their parts; the estimator finds them also reversed, in capitals and with l33t. */
const COMMON = `password passw0rd 123456 12345678 123456789 1234567890 111111 000000 888888 666666 123123 abc123 qwerty
  qwertyuiop admin administrator root welcome login letmein iloveyou woaini woaini1314 1314520 5201314 asdfgh zxcvbn
  a123456 aa123456 zhiping zhicheng liaoning shenyang dalian zhejiang hangzhou tianjin china beijing test guest user
  system`.split(/\s+/);
const strength = new ZxcvbnFactory({ dictionary: { common: COMMON } });

/** Refuses a password that is soon guessed; `own` are words of the person (user name, numbers). Throws `PASSWORD_WEAK`. */
export function assertStrong(password: string, own: readonly string[]): void {
  if (strength.check(password, [...own]).score < MIN_SCORE) throw new AppError('PASSWORD_WEAK');
}
