import { refusingPrinter } from './print-document.ts';
import { createDocuments } from './render.ts';

/** The printer of this process. Rare-character fonts come from the folder in `ZHIPING_FONTS`, if there is one. */
const documents = createDocuments(process.env.ZHIPING_FONTS);

export const renderDocument = documents.render;
/** Like `renderDocument`, but refuses with `DOCUMENT_CHARACTERS` where a character has no glyph. */
export const printDocument = refusingPrinter(documents.render);
export const missingGlyphs = documents.missingGlyphs;
export const warmDocuments = documents.warm;
export const closeDocuments = documents.close;
