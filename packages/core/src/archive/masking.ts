/** Personal data is masked wherever it is shown by default; revealing is a deliberate, recorded act. */

/** 张三 → 张*，张小三 → 张*三. Counts characters, not code units, so rare characters stay whole. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= 1) return name;
  if (characters.length === 2) return `${characters[0]}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** Keeps the first and last four characters: 2101**********1234. Shorter ones keep the last two only. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length < 12) return maskAllBut(idNumber, 0, 2);
  return maskAllBut(idNumber, 4, 4);
}

/** 138****1234. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? maskAllBut(phone, 0, 2) : maskAllBut(phone, 3, 4);
}

function maskAllBut(text: string, head: number, tail: number): string {
  const hidden = Math.max(0, text.length - head - tail);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - Math.min(tail, text.length));
}
