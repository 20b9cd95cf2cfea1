import { parentPort } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExamineJob, ExamineReply, PdfFinding } from './examine-pdf.ts';

/** Thread in which a PDF from outside is opened: what a hostile one breaks or eats is this thread only. */
const port = parentPort;
if (port === null) throw new Error('files/examine-pdf-worker.ts runs only as a worker thread');

/** Pages whose own scripts are looked for; a script of the whole file is found in any case. */
const PAGES_LOOKED_AT = 200;

port.on('message', ({ id, content }: ExamineJob) => {
  void examine(content).then((finding) => port.postMessage({ id, finding } satisfies ExamineReply));
});

async function examine(data: Uint8Array): Promise<PdfFinding> {
  const task = getDocument({ data, disableFontFace: true, enableXfa: false, verbosity: 0 });
  try {
    const file = await task.promise;
    if ((await file.getJSActions()) !== null || (await file.getAttachments()) !== null) return 'active';
    for (let number = 1; number <= Math.min(file.numPages, PAGES_LOOKED_AT); number += 1) {
      const page = await file.getPage(number);
      if ((await page.getJSActions()) !== null) return 'active';
    }
    return file.numPages > 0 ? 'fine' : 'broken';
  } catch (error) {
    // Whatever else pdf.js says of a file, people cannot read it either.
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken';
  } finally {
    await task.destroy();
  }
}
