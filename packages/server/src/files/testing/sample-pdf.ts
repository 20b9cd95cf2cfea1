/** What a sample carries besides its one page. */
export interface SampleOf {
  /** Bytes of filling, so that the file has a size. */
  readonly filling?: number;
  readonly words?: string;
  readonly script?: boolean;
  readonly attachment?: boolean;
  readonly password?: boolean;
}

/** A small real PDF of one empty page, for tests of uploads. */
export function samplePdf(of: SampleOf = {}): Buffer {
  const names = [
    ...(of.script ? ['/OpenAction 4 0 R', '/Names << /JavaScript << /Names [(go) 4 0 R] >> >>'] : []),
    ...(of.attachment ? ['/Names << /EmbeddedFiles << /Names [(x.exe) 5 0 R] >> >>'] : []),
  ];
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${names.join(' ')} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
    '<< /Type /Filespec /F (x.exe) /EF << /F 6 0 R >> >>',
    '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  ];
  const filling = `%${of.words ?? ''}${'x'.repeat(of.filling ?? 0)}\n`;
  const parts = [Buffer.from(`%PDF-1.7\n${filling}`)];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, body] of objects.entries()) {
    offsets.push(at);
    const part = Buffer.from(`${index + 1} 0 obj\n${body}\nendobj\n`);
    parts.push(part);
    at += part.length;
  }
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const lock = of.password ? '/Encrypt 7 0 R /ID [<0102> <0102>] ' : '';
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${objects.length + 1} ${lock}/Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
