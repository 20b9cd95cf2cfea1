/**
 * Which page of the navigation an address belongs to: the one with the longest path it lies under, so that
 * `/office/meetings/42` belongs to `/office/meetings` and not to `/office` as well. Null for none.
 */
export function currentPage(paths: readonly string[], path: string): string | null {
  const under = paths.filter((one) => path === one || (one !== '/' && path.startsWith(`${one}/`)));
  return under.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
