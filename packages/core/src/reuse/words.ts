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

/** Words in half of all titles: they say what sort of thing it is and nothing of which. */
const GENERIC =
  /系统|平台|装置|设备|工程|项目|课题|技术|关键|设计|开发|研发|研究|应用|建设|改造|方法|方案|检测|管理|综合|一种|基于|实现|分析|及其|以及|与|及|和|的/gu;

/** What distinguishes a title, as plain words; the whole where hardly anything is left. */
export function distinctWords(title: string): string {
  const plain = plainWords(title);
  const left = plain.replace(GENERIC, '');
  return Array.from(left).length < 4 ? plain : left;
}

/** All pieces of `size` characters of a plain text, each once. A shorter text is one piece. */
export function pieces(plain: string, size: number): ReadonlySet<string> {
  const characters = Array.from(plain);
  if (characters.length <= size) return new Set(characters.length === 0 ? [] : [plain]);
  return new Set(
    characters.slice(0, characters.length - size + 1).map((_, at) => characters.slice(at, at + size).join('')),
  );
}

/** How alike two plain texts are, in hundredths: pieces in both, of the pieces in either. Two empty texts are not alike. */
export function likeness(a: string, b: string, size: number): number {
  const [first, second] = [pieces(a, size), pieces(b, size)];
  const both = [...first].filter((piece) => second.has(piece)).length;
  const either = first.size + second.size - both;
  return either === 0 ? 0 : Math.floor((both * 100) / either);
}
