import QRCode from 'qrcode';

/** Modules of quiet zone around a code, as ISO/IEC 18004 asks. */
const QUIET = 4;

/**
 * QR code of a text (an address, an `otpauth:` key) as SVG with its quiet zone, error correction M, black on white whatever
 * the theme: `<div dangerouslySetInnerHTML={{ __html: qrSvg(text) }} />`. Throws where the text is longer than a code holds.
 * Import it from here, not through `shared/index.ts`: the library then loads only with the pages that show a code.
 */
export function qrSvg(text: string): string {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = size + 2 * QUIET;
  const path = Array.from(data)
    .flatMap((dark, at) => (dark ? [`M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`] : []))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
