const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** Check character of a unified social credit code (GB 32100-2015) for its first 17 characters. */
export function creditCodeCheck(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const char of body.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** True for a unified social credit code of 18 characters whose check character is right. */
export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && creditCodeCheck(code) === code.charAt(17);
}

/** Check character of an identity number (GB 11643-1999) for its first 17 digits. */
export function idNumberCheck(body: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + Number(body.charAt(index)) * weight, 0);
  return ID_CHECKS.charAt(sum % 11);
}

/** True for an identity number of 18 characters whose check character is right. */
export function isIdNumber(number: string): boolean {
  return /^\d{17}[\dX]$/.test(number) && idNumberCheck(number) === number.charAt(17);
}
