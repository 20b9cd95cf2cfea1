/** Values in {@link edgeOf}: the brightness every 5 per cent of the edge reaches, from all of it down to the brightest pixel. */
export const EDGE_STEPS = 20;

/**
 * How bright the edge of a picture is, where the background shows: a band along the top, and along both sides down to the
 * middle, for shoulders stand below. Value `i` is the darkest channel (0 to 255) that the brightest `100 - 5 × i` per cent of
 * these pixels reach, so `edge[2] >= 225` says that 90 per cent are nearly white. `pixels` holds `channels` bytes each, by rows.
 */
export function edgeOf(
  pixels: ArrayLike<number>,
  { width, height, channels }: { readonly width: number; readonly height: number; readonly channels: 3 | 4 },
): readonly number[] {
  const band = Math.max(1, Math.round(Math.min(width, height) * 0.04));
  const counts = Array.from({ length: 256 }, () => 0);
  let total = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const atTop = y < band;
      const atSide = y < height / 2 && (x < band || x >= width - band);
      if (!atTop && !atSide) continue;
      const at = (y * width + x) * channels;
      const darkest = Math.min(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
      counts[darkest] = (counts[darkest] ?? 0) + 1;
      total += 1;
    }
  }
  return Array.from({ length: EDGE_STEPS + 1 }, (_, step) =>
    reachedBy(counts, total, (EDGE_STEPS - step) / EDGE_STEPS),
  );
}

/** The highest value that at least this part of the counted pixels reach. */
function reachedBy(counts: readonly number[], total: number, part: number): number {
  const needed = Math.max(1, Math.ceil(total * part));
  let seen = 0;
  for (let value = 255; value >= 0; value -= 1) {
    seen += counts[value] ?? 0;
    if (seen >= needed) return value;
  }
  return 0;
}
