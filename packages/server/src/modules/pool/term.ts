import { AppError } from '@zhiping/contract';

/** A term or a validity ends after it begins and lasts at most three years; both `YYYY-MM-DD`. */
export function withinThreeYears(from: string, until: string): boolean {
  const limit = `${String(Number(from.slice(0, 4)) + 3).padStart(4, '0')}${from.slice(4)}`;
  return until > from && until <= limit;
}

/** @throws AppError TERM_TOO_LONG (人社部令第40号第十条) */
export function assertTerm(appointedOn: string, termEnds: string): void {
  if (!withinThreeYears(appointedOn, termEnds)) throw new AppError('TERM_TOO_LONG');
}
