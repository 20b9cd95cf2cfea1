/** Experts of the demonstration, logins `expert1` to `expert36`. */
export const EXPERTS = 36;
const FAMILY = '韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦昌马苗';
const GIVEN = ['建国', '志明', '晓东', '丽华', '海燕', '立新', '文博', '雪梅', '振宇', '春生', '国强', '玉兰'];

/** Name of the n-th expert, counted from 1. */
export function expertName(number: number): string {
  return `${FAMILY.charAt((number - 1) % FAMILY.length)}${GIVEN[(number - 1) % GIVEN.length] ?? ''}`;
}

/** Their logins, for terminal and login page. */
export const EXPERT_LOGINS = Array.from({ length: EXPERTS }, (_, index) => ({
  username: `expert${index + 1}`,
  name: expertName(index + 1),
  role: '评审专家',
}));
