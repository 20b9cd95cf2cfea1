import type { StandardPack } from '../language/pack.ts';

/** The standard as it stands in each of its periods, with the first day of that period: the earliest first. */
export const periodsOf = (pack: StandardPack): readonly { readonly from: string; readonly pack: StandardPack }[] =>
  [pack.document.inForceFrom, ...(pack.earlier ?? []).map(({ until }) => until)].map((from) => ({
    from,
    pack: packAt(pack, from),
  }));

const resolved = new WeakMap<object, StandardPack>();

/**
 * The standard as it stands at a day (`YYYY-MM-DD`): with the values its dated parameters have then. The same object for
 * every day of one period; the pack itself where nothing in it is dated.
 */
export function packAt(pack: StandardPack, day: string): StandardPack {
  if (!pack.earlier) return pack;
  const period = pack.earlier.find(({ until }) => day < until) ?? pack;
  const known = resolved.get(period);
  if (known) return known;
  const { earlier: _earlier, ...last } = pack;
  const { counting, shared, levels } = period;
  const standing: StandardPack = { ...last, counting, shared, levels };
  resolved.set(period, standing);
  return standing;
}
