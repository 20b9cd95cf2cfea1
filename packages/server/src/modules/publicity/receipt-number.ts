import { newVerificationCode } from '../../documents/index.ts';

/** What an objector quotes to ask for the answer: random, so that nobody finds another's. */
export function newReceiptNumber(): string {
  return `YY-${newVerificationCode()}`;
}

/** As typed: spaces, case and the letters that are mistaken for digits do not matter. */
export function comparableReceiptNumber(text: string): string {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/^YY/, '');
  const digits = plain.replaceAll('O', '0').replace(/[IL]/g, '1');
  return `YY-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}
