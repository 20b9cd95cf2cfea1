/** Text as it is compared: compatibility forms made alike, letters in lower case, signs and spaces left out. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A number as printed on a paper, for comparison: `ZL 2021 1 0123456.7` and `2021101234567` are one. Null when too short. */
export function plainNumber(number: string): string | null {
  const plain = plainWords(number).replace(/^(zl|cn|isbn|no|编号|证书编号|第)+/u, '');
  // Shorter ones are serial numbers that many offices give.
  return plain.length < 6 ? null : plain;
}

/** All pieces of `size` characters of a plain text, each once. A shorter text is one piece. */
export function pieces(plain: string, size: number): ReadonlySet<string> {
  const characters = Array.from(plain);
  if (characters.length <= size) return new Set(characters.length === 0 ? [] : [plain]);
  return new Set(
    characters.slice(0, characters.length - size + 1).map((_, at) => characters.slice(at, at + size).join('')),
  );
}

/** How alike two texts are, in hundredths: pieces in both, of the pieces in either. Two empty texts are not alike. */
export function likeness(a: string, b: string, size: number): number {
  const [first, second] = [pieces(plainWords(a), size), pieces(plainWords(b), size)];
  const both = [...first].filter((piece) => second.has(piece)).length;
  const either = first.size + second.size - both;
  return either === 0 ? 0 : Math.floor((both * 100) / either);
}
