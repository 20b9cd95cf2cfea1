import QRCode from 'qrcode';
import { type Fonts, loadFonts } from './fonts/fonts.ts';
import { type DocumentData, type DocumentKind, DOCUMENTS } from './schemas/index.ts';
import { breakable, mapStrings, stringsOf } from './text.ts';
import { startTypesetter, type Typesetter } from './typesetter.ts';

/** Some characters have no glyph in the fonts at hand: nothing is printed, because a name with a gap is a wrong name. */
export class MissingGlyphsError extends Error {
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(`no glyph for ${characters.join(' ')}`);
    this.name = 'MissingGlyphsError';
    this.characters = characters;
  }
}

/** What of any document is not plain text of its template. */
interface Printed {
  readonly photo?: Uint8Array | null;
  readonly verifyUrl?: string;
  readonly labels?: readonly { readonly code: string }[];
}

/** Prints documents. Made once; warm after the first document. */
export interface Documents {
  /**
   * One document as PDF/A-2b with embedded fonts. `data` is checked by the schema of its kind (zod error), its
   * characters by the fonts (`MissingGlyphsError`). The same data gives the same bytes.
   */
  readonly render: <K extends DocumentKind>(kind: K, data: DocumentData<K>) => Promise<Uint8Array>;
  /** Characters of `text` that cannot be printed, each once, in their order. */
  readonly missingGlyphs: (text: string) => readonly string[];
  /** Starts the typesetter and sets one line, so that the first reader does not wait for the fonts. */
  readonly warm: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `extraFontFolder`: fonts of the operator for rare characters, see `ZHIPING_FONTS` in the operator's notes. */
export function createDocuments(extraFontFolder?: string): Documents {
  let fonts: Fonts | null = null;
  let typesetter: Typesetter | null = null;
  const ownFonts = (): Fonts => (fonts ??= loadFonts(extraFontFolder));

  const missingGlyphs = (text: string): readonly string[] => {
    const { covers } = ownFonts();
    return [...new Set(text)].filter((character) => !isBlank(character) && !covers(character.codePointAt(0) ?? 0));
  };

  const running = (): Typesetter => {
    if (typesetter === null || !typesetter.alive()) typesetter = startTypesetter(ownFonts().folders);
    return typesetter;
  };

  return {
    missingGlyphs,
    warm: async () => {
      await running().compile('warm', {});
    },
    render: async (kind, data) => {
      const { photo = null, ...printed } = DOCUMENTS[kind].parse(data) as Printed;
      const missing = missingGlyphs(stringsOf(printed).join(''));
      if (missing.length > 0) throw new MissingGlyphsError(missing);
      const inputs = {
        data: JSON.stringify(mapStrings(printed, breakable)),
        families: JSON.stringify(ownFonts().extraFamilies),
        qr: printed.verifyUrl !== undefined ? await qrSvg(printed.verifyUrl) : '',
        codes:
          printed.labels !== undefined
            ? JSON.stringify(await Promise.all(printed.labels.map(({ code }) => qrSvg(code))))
            : '[]',
        issued: data.issuedOn,
        photo: photo === null ? '' : 'photo',
      };
      return running().compile(kind, inputs, photo);
    },
    close: async () => {
      await typesetter?.close();
      typesetter = null;
    },
  };
}

const isBlank = (character: string): boolean => character === '\n' || character === ' ' || character === '\u3000';

/** QR code as SVG without margin; the template gives it its quiet zone. */
function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
}
