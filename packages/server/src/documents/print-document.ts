import { AppError } from '@zhiping/contract';
import type { Documents } from './render.ts';
import { MissingGlyphsError } from './render.ts';

/** The same as `render`, for commands and queries: characters without a glyph are told to the person. */
export function refusingPrinter(render: Documents['render']): Documents['render'] {
  return async (kind, data) => {
    try {
      return await render(kind, data);
    } catch (error) {
      if (!(error instanceof MissingGlyphsError)) throw error;
      throw new AppError('DOCUMENT_CHARACTERS', { details: { characters: error.characters } });
    }
  };
}
