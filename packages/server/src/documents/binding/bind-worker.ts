import { parentPort } from 'node:worker_threads';
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import type { BindAsk, BindReply, Paper } from './bind.ts';

/** Thread in which volumes are put together. */
const port = parentPort;
if (port === null) throw new Error('documents/binding/bind-worker.ts runs only as a worker thread');

/** A4 in points, and the margin a picture keeps. */
const [WIDTH, HEIGHT] = [595.28, 841.89];
const MARGIN = 34;
const NUMBER_SIZE = 9;
const NUMBER_ABOVE = 16;

port.on('message', (ask: BindAsk) => {
  void answer(ask).then((reply) => port.postMessage(reply));
});

async function answer(ask: BindAsk): Promise<BindReply> {
  try {
    if (ask.do === 'count') {
      const pages: (number | null)[] = [];
      for (const paper of ask.papers) pages.push(await countOf(paper));
      return { id: ask.id, pages };
    }
    return { id: ask.id, pdf: await bind(ask.papers, ask.unnumbered) };
  } catch (error) {
    return { id: ask.id, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** What one program opens another may not: such a file is given along unbound. */
function countOf(paper: Paper): Promise<number | null> {
  const counted =
    paper.mediaType === 'application/pdf'
      ? PDFDocument.load(paper.bytes, { updateMetadata: false }).then((file) => file.getPageCount())
      : PDFDocument.create()
          .then((file) => embed(file, paper))
          .then(() => 1);
  return counted.catch(() => null);
}

async function bind(papers: readonly Paper[], unnumbered: number): Promise<Uint8Array> {
  const volume = await PDFDocument.create();
  for (const paper of papers) {
    if (paper.mediaType === 'application/pdf') {
      const source = await PDFDocument.load(paper.bytes, { updateMetadata: false });
      for (const page of await volume.copyPages(source, source.getPageIndices())) volume.addPage(page);
    } else await addPicture(volume, paper);
  }
  const font = await volume.embedFont(StandardFonts.Helvetica);
  for (const [index, page] of volume.getPages().entries()) {
    if (index >= unnumbered) number(page, String(index - unnumbered + 1), font);
  }
  return volume.save();
}

const embed = (volume: PDFDocument, { mediaType, bytes }: Paper) =>
  mediaType === 'image/png' ? volume.embedPng(bytes) : volume.embedJpg(bytes);

/** A picture upright on A4, or lying where it is wider than high. */
async function addPicture(volume: PDFDocument, paper: Paper): Promise<void> {
  const image = await embed(volume, paper);
  const [width, height] = image.width > image.height ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const page = volume.addPage([width, height]);
  const scale = Math.min((width - 2 * MARGIN) / image.width, (height - 2 * MARGIN) / image.height, 1.5);
  const size = { width: image.width * scale, height: image.height * scale };
  page.drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size });
}

/** The number at the foot of the page as it is read, whichever way the page was turned. */
function number(page: PDFPage, text: string, font: PDFFont): void {
  const { x, y, width, height } = page.getCropBox();
  const half = font.widthOfTextAtSize(text, NUMBER_SIZE) / 2;
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const at = {
    0: { x: x + width / 2 - half, y: y + NUMBER_ABOVE },
    90: { x: x + width - NUMBER_ABOVE, y: y + height / 2 - half },
    180: { x: x + width / 2 + half, y: y + height - NUMBER_ABOVE },
    270: { x: x + NUMBER_ABOVE, y: y + height / 2 + half },
  }[turn];
  if (at) page.drawText(text, { ...at, size: NUMBER_SIZE, font, rotate: degrees(turn), color: rgb(0.2, 0.2, 0.2) });
}
