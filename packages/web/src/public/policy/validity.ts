/** Whether a document is in force on a day, in words. Dates are `YYYY-MM-DD` in Asia/Shanghai. */
export type Validity = 'in-force' | 'not-yet' | 'repealed';
export const VALIDITY_WORDS = { 'in-force': '现行有效', 'not-yet': '尚未施行', repealed: '已废止' } as const;

export function validityOn(
  day: string,
  document: { readonly inForceFrom: string | null; readonly repealedOn: string | null },
): Validity {
  if (document.repealedOn !== null && day >= document.repealedOn) return 'repealed';
  return document.inForceFrom !== null && day < document.inForceFrom ? 'not-yet' : 'in-force';
}
