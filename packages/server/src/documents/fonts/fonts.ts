import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FontFacts, readFont } from './cmap.ts';

const require = createRequire(import.meta.url);
const folderOf = (file: string): string => dirname(require.resolve(`@expo-google-fonts/${file}`));

/** Folders of the four faces the documents are set in; whole folders, so that the typesetter loads a face when it needs it. */
const OWN_FOLDERS = [
  folderOf('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  folderOf('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  folderOf('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  folderOf('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
];

export interface Fonts {
  /** Folders handed to the typesetter. */
  readonly folders: readonly string[];
  /** Families of the operator's fonts, tried after our own. */
  readonly extraFamilies: readonly string[];
  readonly covers: (codePoint: number) => boolean;
}

/**
 * The fonts a document may use: Noto Serif SC, Noto Sans SC and those in `extraFolder`, which an operator fills with
 * fonts for rare characters (CJK extension B and later). No other font of the machine is ever used, so that the same
 * data gives the same page everywhere.
 */
export function loadFonts(extraFolder: string | undefined): Fonts {
  const own = OWN_FOLDERS.flatMap(fontsIn);
  const extra = extraFolder === undefined ? [] : fontsIn(extraFolder);
  return {
    folders: [...OWN_FOLDERS, ...(extraFolder === undefined ? [] : [extraFolder])],
    extraFamilies: [...new Set(extra.map(({ family }) => family))],
    // A character counts as printable only if every own face has it or an extra font does: bold titles carry names too.
    covers: (codePoint) =>
      own.every(({ covers }) => covers(codePoint)) || extra.some(({ covers }) => covers(codePoint)),
  };
}

function fontsIn(folder: string): FontFacts[] {
  return readdirSync(folder)
    .filter((name) => /\.(ttf|otf)$/i.test(name))
    .sort()
    .map((name) => readFont(join(folder, name)));
}
