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
  // Most texts have no characters of two units and are cut without taking them apart.
  const characters = /[\ud800-\udfff]/.test(plain) ? Array.from(plain) : plain;
  if (characters.length <= size) return new Set(characters.length === 0 ? [] : [plain]);
  const found = new Set<string>();
  for (let at = 0; at + size <= characters.length; at += 1) {
    const piece = characters.slice(at, at + size);
    found.add(typeof piece === 'string' ? piece : piece.join(''));
  }
  return found;
}

/** How alike two plain texts are, in hundredths: pieces in both, of the pieces in either. Two empty texts are not alike. */
export function likeness(a: string, b: string, size: number): number {
  return likenessTo(a, size)(b);
}

/** `likeness` of one text with many, which takes the one apart once. */
export function likenessTo(a: string, size: number): (b: string) => number {
  let first: ReadonlySet<string> | undefined;
  return (b) => {
    if (a === b) return a === '' ? 0 : 100;
    first ??= pieces(a, size);
    const second = pieces(b, size);
    let both = 0;
    for (const piece of second) if (first.has(piece)) both += 1;
    const either = first.size + second.size - both;
    return either === 0 ? 0 : Math.floor((both * 100) / either);
  };
}
