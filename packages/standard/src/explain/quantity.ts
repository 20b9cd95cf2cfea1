/** A number with what it counts, for reading: 5 次, 200 万元. Whole ten thousands of yuan are said as 万元, others in yuan. */
export function quantity(value: number, unit: string): string {
  if (unit === '元' && value >= 10_000 && value % 10_000 === 0) return `${value / 10_000} 万元`;
  return unit === '' ? `${value}` : `${value} ${unit}`;
}
