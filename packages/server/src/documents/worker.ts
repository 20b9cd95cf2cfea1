import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CompileJob, CompileReply } from './typesetter.ts';

/**
 * Thread that owns the typesetter. Compiling blocks (some milliseconds a page, more the first time), so it never runs
 * on the thread that answers requests. Templates are files; data arrives as JSON text and is never parsed as markup.
 */
const port = parentPort;
if (port === null) throw new Error('documents/worker.ts runs only as a worker thread');

const templates = fileURLToPath(new URL('./templates/', import.meta.url));
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontPaths: [...(workerData as { folders: readonly string[] }).folders] }],
});
let compiled = 0;

port.on('message', (job: CompileJob) => {
  port.postMessage(compile(job));
  compiled += 1;
  // Forget memoised layouts that ten documents in a row did not use.
  if (compiled % 10 === 0) compiler.evictCache(10);
});

/** Where templates find the photo of the document that is being set; no file of that name exists. */
const PHOTO = `${templates}photo.jpg`;

function compile({ id, template, inputs, photo }: CompileJob): CompileReply {
  if (photo !== null) compiler.mapShadow(PHOTO, Buffer.from(photo));
  try {
    const result = compiler.compile({ mainFilePath: `${templates}${template}.typ`, inputs });
    if (result.result === null) {
      const diagnostics = result.takeDiagnostics();
      const found = diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics);
      return { id, failure: JSON.stringify(found) };
    }
    return { id, pdf: new Uint8Array(compiler.pdf(result.result, { pdfStandard: 'a-2b' })) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  } finally {
    if (photo !== null) compiler.unmapShadow(PHOTO);
  }
}
