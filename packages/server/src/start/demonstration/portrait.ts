import sharp from 'sharp';

const SKIN = ['#f3cfb3', '#ecc19c', '#e4b48b'];
const HAIR = ['#1d1b1a', '#2b2421', '#3a302b'];
const COAT = ['#22344c', '#2e3b33', '#44333f', '#3b3f46'];

/**
 * A drawn photo of nobody: head and shoulders in even colours on white, 600 by 800 pixels. The same text draws the same picture.
 * With the grain of a camera, so that its file is as big as a photo's.
 */
export async function drawPortrait(of: string): Promise<Buffer> {
  const seed = Array.from(of).reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7);
  const pick = (list: readonly string[], shift: number): string => list[(seed >> shift) % list.length] ?? '#000000';
  const [skin, hair, coat] = [pick(SKIN, 0), pick(HAIR, 2), pick(COAT, 4)];
  const wide = 108 + (seed % 14);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800">
    <rect width="600" height="800" fill="#fdfdfd"/>
    <path d="M60 800 C70 640 190 600 245 580 L355 580 C410 600 530 640 540 800 Z" fill="${coat}"/>
    <path d="M245 575 L300 690 L355 575 Z" fill="#ffffff"/>
    <path d="M288 640 L312 640 L322 800 L278 800 Z" fill="#7c2f36"/>
    <path d="M248 500 L352 500 L360 585 C330 625 270 625 240 585 Z" fill="${skin}"/>
    <ellipse cx="300" cy="370" rx="${wide + 14}" ry="168" fill="${hair}"/>
    <ellipse cx="300" cy="395" rx="${wide}" ry="150" fill="${skin}"/>
    <path d="M${300 - wide} 350 C${300 - wide} 250 ${300 + wide} 250 ${300 + wide} 350 C${260 + wide} 290 ${340 - wide} 290 ${300 - wide} 350 Z" fill="${hair}"/>
    <path d="M232 372 h44 M324 372 h44" stroke="${hair}" stroke-width="7" stroke-linecap="round"/>
    <circle cx="254" cy="398" r="8" fill="#2a2320"/><circle cx="346" cy="398" r="8" fill="#2a2320"/>
    <path d="M300 405 v46 h-12" stroke="#c79876" stroke-width="5" fill="none" stroke-linecap="round"/>
    <path d="M268 488 q32 14 64 0" stroke="#a85c52" stroke-width="7" fill="none" stroke-linecap="round"/>
  </svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let state = seed + 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + (Math.floor(state / 65_536) % 7) - 3));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}
