/** Minutes to wait after the so-manyth failed attempt, 1 for the first; null: no more. Doubles, 8 attempts in all. */
export function retryMinutes(attempts: number): number | null {
  return attempts < 1 || attempts >= 8 ? null : 2 ** (attempts - 1);
}
