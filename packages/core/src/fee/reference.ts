/**
 * What a payer writes into the remark of a transfer so that the payment finds its application: the application's number
 * and two check digits (ISO 7064 MOD 97-10, letters as in an IBAN), so that a mistyped number meets nobody's.
 */
export function paymentReference(number: string): string {
  const plain = number.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return `${plain}${String(98 - remainder(`${plain}00`)).padStart(2, '0')}`;
}

function remainder(text: string): number {
  let rest = 0;
  for (const character of text) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}

/**
 * Everything in a remark that may be a reference: runs of letters and digits, and of digits alone, as typed and with
 * spaces and hyphens taken out (people group long numbers).
 */
export function possibleReferences(remark: string): ReadonlySet<string> {
  const typed = remark.normalize('NFKC').toUpperCase();
  const joined = typed.replace(/[\s-]/g, '');
  return new Set(
    [typed, joined].flatMap((text) => [...(text.match(/[0-9A-Z]+/g) ?? []), ...(text.match(/\d+/g) ?? [])]),
  );
}
