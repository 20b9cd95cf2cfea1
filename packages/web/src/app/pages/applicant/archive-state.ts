import type { ArchiveRow } from '@zhiping/contract';
import { fieldProblems, ROW_STATE_LABELS } from '@zhiping/core';
import type { ConditionState } from '../../../shared/index.ts';

/** How a row stands, for its person: a word, a colour that never speaks alone, and the next step. */
export interface RowStanding {
  readonly mark: ConditionState;
  readonly word: string;
  readonly next: string;
}

export function standingOf(row: ArchiveRow): RowStanding {
  const blanks = fieldProblems(row.kind, row.fields).length;
  const word = ROW_STATE_LABELS[row.state];
  switch (row.state) {
    case 'draft':
      return blanks === 0
        ? { mark: 'missing', word, next: '可以提交单位核验。' }
        : { mark: 'missing', word, next: `还有 ${blanks} 处要填写。` };
    case 'waiting':
      return { mark: 'judge', word, next: '等待单位逐项核验，期间仍可修改。' };
    case 'verified':
      return { mark: 'met', word, next: '' };
    case 'returned':
      return { mark: 'unmet', word, next: '请按单位的意见修改后重新提交。' };
    case 'recycled':
      return { mark: 'missing', word, next: row.fetched?.listed === true ? '可以恢复。' : '可以恢复为草稿。' };
  }
}

/** Rows that can be handed to the unit as they are. */
export function ready(row: ArchiveRow): boolean {
  return (row.state === 'draft' || row.state === 'returned') && fieldProblems(row.kind, row.fields).length === 0;
}
