import type { Definition } from '@zhiping/standard';
import { useId } from 'react';

/** One piece of a text: plain, or a defined word with its definition. */
export interface Piece {
  readonly text: string;
  readonly definition: Definition | null;
}

/** The spellings of a defined word: 学历（学位） is also met as 学历 and 学位. */
export const spellings = (word: string): readonly string[] => {
  const inside = /^(.+?)（(.+)）$/.exec(word);
  return inside?.[1] && inside[2] ? [inside[1], inside[2]] : [word];
};

/** Cuts a text at its defined words; the longest word wins, each definition is marked once. */
export function piecesOf(text: string, definitions: readonly Definition[]): readonly Piece[] {
  const words = definitions
    .flatMap((definition) => spellings(definition.word).map((word) => ({ word, definition })))
    .toSorted((a, b) => b.word.length - a.word.length);
  const pieces: Piece[] = [];
  const marked = new Set<string>();
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = words.find(({ word, definition }) => !marked.has(definition.id) && text.startsWith(word, at));
    if (found) {
      if (plain) pieces.push({ text: plain, definition: null });
      plain = '';
      pieces.push({ text: found.word, definition: found.definition });
      marked.add(found.definition.id);
      at += found.word.length;
    } else {
      plain += text[at] ?? '';
      at += 1;
    }
  }
  if (plain) pieces.push({ text: plain, definition: null });
  return pieces;
}

/** Our wording with its defined words marked; each opens its definition. */
export function DefinedText({ text, definitions }: { text: string; definitions: readonly Definition[] }) {
  const id = useId();
  return (
    <>
      {piecesOf(text, definitions).map(({ text: piece, definition }, index) =>
        definition ? (
          <span key={definition.id}>
            <button type="button" className="zp-term" popoverTarget={`${id}-${definition.id}`}>
              {piece}
            </button>
            <span id={`${id}-${definition.id}`} popover="auto" className="zp-definition" role="note">
              <strong>{definition.word}</strong>
              <span className="zp-label">{definition.label}</span>
              {definition.text}
            </span>
          </span>
        ) : (
          // Pieces never move within one text.
          <span key={`plain-${index}`}>{piece}</span>
        ),
      )}
    </>
  );
}
