import { classSpec, type DocumentClass } from '@zhiping/core';

/** A period in words: 永久, whole years as years, else months. */
export function periodWords(months: number | null): string {
  if (months === null) return '永久';
  return months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;
}

/** What may be proposed for a class. */
export function limitWords(of: DocumentClass): string {
  const { least, most, forever } = classSpec(of);
  return `最少 ${periodWords(least)}，最多 ${periodWords(most)}${forever ? '，可以永久' : ''}`;
}
