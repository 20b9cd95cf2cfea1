/** Unit of a place in an order, of which the first is 1. */
export const PLACE = '名次';
/** Unit of scores, which are kept in whole hundredths. */
export const HUNDREDTHS = '百分之一分';

/** Hundredths of a point as points, without digits that say nothing: 80, 79.99. */
function points(hundredths: number): string {
  const rest = hundredths % 100;
  const digits = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/u, '')}`;
  return `${Math.trunc(hundredths / 100)}${digits}`;
}

/** A number with what it counts, for reading: 5 次, 200 万元, 79.99 分, 第 3 名. Whole ten thousands of yuan are said as 万元, others in yuan. */
export function quantity(value: number, unit: string): string {
  if (unit === '元' && value >= 10_000 && value % 10_000 === 0) return `${value / 10_000} 万元`;
  if (unit === HUNDREDTHS) return `${points(value)} 分`;
  if (unit === PLACE) return `第 ${value} 名`;
  return unit === '' ? `${value}` : `${value} ${unit}`;
}

/** At most so much: 5 次以下; of a place the best ones: 前 5 名. */
export function atMost(value: number, unit: string): string {
  if (unit !== PLACE) return `${quantity(value, unit)}以下`;
  return value === 1 ? quantity(1, PLACE) : `前 ${value} 名`;
}
