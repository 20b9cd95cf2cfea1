/** Cuts a text where one of the words stands; upper and lower case, full and half width are one. */
export function cutAt(
  text: string,
  words: readonly string[],
): readonly { readonly text: string; readonly found: boolean }[] {
  // Folding character by character keeps the places of the original text.
  const chars = Array.from(text);
  const folded = chars.map((char) => char.normalize('NFKC').toLowerCase());
  const longest = [...new Set(words)].filter(Boolean).toSorted((a, b) => b.length - a.length);
  const parts: { text: string; found: boolean }[] = [];
  const push = (piece: string, found: boolean): void => {
    const last = parts.at(-1);
    if (last?.found === found) last.text += piece;
    else parts.push({ text: piece, found });
  };
  for (let at = 0; at < chars.length; ) {
    const word = longest.find((one) =>
      folded
        .slice(at, at + one.length)
        .join('')
        .startsWith(one),
    );
    const length = word === undefined ? 1 : Array.from(word).length;
    push(chars.slice(at, at + length).join(''), word !== undefined);
    at += length;
  }
  return parts;
}

/** A text with the words looked for marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return cutAt(text, words).map((part, index) =>
    // Pieces never move within one text.
    part.found ? <mark key={`found-${index}`}>{part.text}</mark> : <span key={`plain-${index}`}>{part.text}</span>,
  );
}
