import { applicationContent, type ApplicationContent, EMPTY_CONTENT } from '@zhiping/contract';
import type { ApplicationRow } from './target.ts';

/** The stored content with what was never touched filled in. */
export function contentOf(row: Pick<ApplicationRow, 'content'>): ApplicationContent {
  return applicationContent.parse({ ...EMPTY_CONTENT, ...row.content });
}
