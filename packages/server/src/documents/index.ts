export {
  type DocumentLayout,
  boxesOf,
  type BoxFacts,
  formOf,
  formsOf,
  layoutOf,
  numberedTitle,
} from './plan-layout.ts';
export { DOCUMENT_NAMES, printable } from './printable.ts';
export { closeDocuments, missingGlyphs, printDocument, renderDocument, warmDocuments } from './printer.ts';
export { createDocuments, type Documents, MissingGlyphsError } from './render.ts';
export { type DocumentData, type DocumentKind, DOCUMENTS } from './schemas/index.ts';
export { codeFor, newVerificationCode } from './verification-code.ts';
