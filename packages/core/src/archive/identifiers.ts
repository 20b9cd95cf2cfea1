/**
 * Check digits and shapes of the identifiers people copy from papers. A wrong one is a warning, never a block:
 * old certificates carry misprints, and only a person can tell.
 */
export const IDENTIFIER_KINDS = [
  'id-number',
  'credit-code',
  'patent-number',
  'issn',
  'isbn',
  'cn',
  'software-registration',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Checks `text` as an identifier of `kind`. Answers null when it looks right, else a Chinese warning for the person. */
export function identifierWarning(kind: IdentifierKind, text: string): string | null {
  const value = text.trim().toUpperCase();
  if (value === '') return null;
  switch (kind) {
    case 'id-number':
      return idNumberWarning(value);
    case 'credit-code':
      return creditCodeWarning(value);
    case 'patent-number':
      return patentWarning(value);
    case 'issn':
      return issnWarning(value);
    case 'isbn':
      return isbnWarning(value);
    case 'cn':
      return /^(CN\s*)?\d{2}-\d{4}(\/[A-Z0-9-]{1,4})?$/.test(value)
        ? null
        : '国内统一刊号一般写作 CN 21-1234/TP，请核对。';
    case 'software-registration':
      return /^(19|20)\d{2}SR\d{6,7}$/.test(value.replace(/[\s-]/g, ''))
        ? null
        : '软件著作权登记号一般写作 2023SR0123456，请核对。';
  }
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999. Area codes are not judged: numbers keep the codes of abolished counties. */
function idNumberWarning(value: string): string | null {
  if (!/^\d{17}[\dX]$/.test(value)) return '居民身份证号码为 18 位，请核对。';
  if (birthOf(value) === null) return '身份证号码中的出生日期不存在，请核对。';
  return '10X98765432'[weighted(value, ID_WEIGHTS) % 11] === value[17] ? null : '身份证号码的校验位不符，请核对。';
}

/** Birth date and sex held in an 18-digit ID number, or null where it holds none. The check digit is not judged. */
export function personalFactsOf(idNumber: string): { readonly bornOn: string; readonly sex: 'male' | 'female' } | null {
  const value = idNumber.trim().toUpperCase();
  const bornOn = /^\d{17}[\dX]$/.test(value) ? birthOf(value) : null;
  if (bornOn === null) return null;
  return { bornOn, sex: Number(value[16]) % 2 === 1 ? 'male' : 'female' };
}

function birthOf(value: string): string | null {
  const text = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100-2015. */
function creditCodeWarning(value: string): string | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) return '统一社会信用代码为 18 位数字和大写字母，请核对。';
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, at) => total + weight * CREDIT_ALPHABET.indexOf(value[at] ?? ''),
    0,
  );
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === value[17] ? null : '统一社会信用代码的校验位不符，请核对。';
}

const PATENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** Twelve digits, a point and the check digit; granted patents print ZL in front. */
function patentWarning(value: string): string | null {
  const plain = value.replace(/^ZL\s*/, '');
  if (!/^(\d{12}\.[\dX]|\d{8}\.[\dX])$/.test(plain)) return '专利号一般写作 ZL 202110123456.X，请核对。';
  const digits = plain.slice(0, -2);
  // Numbers before October 2003 have eight digits and the weights 2 to 9 only.
  const remainder = weighted(digits, PATENT_WEIGHTS.slice(0, digits.length)) % 11;
  return (remainder === 10 ? 'X' : String(remainder)) === plain.at(-1) ? null : '专利号的校验位不符，请核对。';
}

function issnWarning(value: string): string | null {
  const plain = value.replace(/^ISSN\s*/, '').replace('-', '');
  if (!/^\d{7}[\dX]$/.test(plain)) return 'ISSN 为 8 位，一般写作 1000-1234，请核对。';
  const check = (11 - (weighted(plain, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (check === 10 ? 'X' : String(check)) === plain[7] ? null : 'ISSN 的校验位不符，请核对。';
}

function isbnWarning(value: string): string | null {
  const plain = value.replace(/^ISBN(-1[03])?[\s:：]*/, '').replace(/[\s-]/g, '');
  if (/^\d{9}[\dX]$/.test(plain)) {
    const check = (11 - (weighted(plain, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return (check === 10 ? 'X' : String(check)) === plain[9] ? null : 'ISBN 的校验位不符，请核对。';
  }
  if (!/^97[89]\d{10}$/.test(plain)) return 'ISBN 为 13 位（2007 年以前 10 位），请核对。';
  const check = (10 - (weighted(plain, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10;
  return String(check) === plain[12] ? null : 'ISBN 的校验位不符，请核对。';
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => total + weight * Number(digits[at] ?? 0), 0);
}
