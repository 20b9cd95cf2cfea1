import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader finds in a PDF: for tests. */
export interface ReadPdf {
  readonly pages: readonly string[];
  /** All text without any white space, because a page breaks lines where it likes. */
  readonly text: string;
}

/** Reads the text of a PDF back with a program that is not the one that made it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const file = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const content = await (await file.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return { pages, text: pages.join('').replaceAll(/\s|\u200B|\u2060/g, '') };
}
