/** Masked forms (interface rule 13): enough to recognise one's own, too little to use. */

/** `张小三` → `张*三`, `张三` → `张*`. */
export function maskName(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= 1) return name;
  if (letters.length === 2) return `${letters[0]}*`;
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}

/** `210102198001011234` → `2101**********1234`. */
export const maskId = (value: string): string =>
  value.length <= 8
    ? '*'.repeat(value.length)
    : `${value.slice(0, 4)}${'*'.repeat(value.length - 8)}${value.slice(-4)}`;
