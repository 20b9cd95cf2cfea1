import { closingWords, dateWords } from '../calendar/index.ts';

/** Why an action is not possible now. Codes are those of the error catalogue. */
export type Refusal =
  | { readonly code: 'ACTION_NOT_IN_STAGE'; readonly stageName: string }
  | { readonly code: 'ACTION_NOT_YOURS' }
  | { readonly code: 'WINDOW_NOT_OPEN'; readonly window: string; readonly opensOn: string }
  | { readonly code: 'WINDOW_CLOSED'; readonly window: string; readonly closedAt: string }
  | { readonly code: 'DEADLINE_PASSED'; readonly dueAt: string }
  | { readonly code: 'DEADLINE_NOT_REACHED'; readonly dueAt: string | null }
  | { readonly code: 'SUBMISSIONS_USED_UP'; readonly limit: number }
  | { readonly code: 'SUBMISSIONS_LEFT'; readonly left: number }
  | { readonly code: 'SUBMISSIONS_UNLIMITED' }
  | { readonly code: 'CHECK_ALREADY_OPENED' }
  | { readonly code: 'CHECK_NOT_OPENED' }
  | { readonly code: 'ITEMS_MISSING' }
  | { readonly code: 'ITEMS_UNDECIDED'; readonly places: readonly string[] }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'CONTENT_INCOMPLETE'; readonly problems: readonly string[] }
  | { readonly code: 'COMMITTEE_NOT_CHOSEN'; readonly names: readonly string[] }
  | { readonly code: 'COMMITTEE_MISMATCH'; readonly names: readonly string[] }
  | { readonly code: 'CONSENT_MISSING'; readonly names: readonly string[] }
  | { readonly code: 'POST_NOT_RECORDED' }
  | { readonly code: 'PUBLICITY_ALREADY_STARTED' }
  | { readonly code: 'PUBLICITY_NOT_STARTED' }
  | { readonly code: 'PUBLICITY_RUNNING'; readonly lastDay: string }
  | { readonly code: 'PUBLICITY_START_IN_PAST' }
  | { readonly code: 'OBJECTION_OPEN'; readonly count: number }
  | { readonly code: 'RESULT_HELD' }
  | { readonly code: 'RESULT_NOT_HELD' }
  | { readonly code: 'NOT_OVERDUE' };

export type RefusalCode = Refusal['code'];

/** The refusal as a sentence for people. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'ACTION_NOT_IN_STAGE':
      return `现在处于“${refusal.stageName}”环节，不能进行这项操作。`;
    case 'ACTION_NOT_YOURS':
      return '这项操作不由您办理。';
    case 'WINDOW_NOT_OPEN':
      return `${refusal.window}于${dateWords(refusal.opensOn)}开放，现在还不能办理。`;
    case 'WINDOW_CLOSED':
      return `${refusal.window}已于${closingWords(refusal.closedAt)}截止。`;
    case 'DEADLINE_PASSED':
      return `办理期限已于${closingWords(refusal.dueAt)}届满。`;
    case 'DEADLINE_NOT_REACHED':
      return refusal.dueAt === null ? '现在没有到期的期限。' : `期限至${closingWords(refusal.dueAt)}，尚未届满。`;
    case 'SUBMISSIONS_USED_UP':
      return `提交机会共 ${refusal.limit} 次，已经用完。`;
    case 'SUBMISSIONS_LEFT':
      return `还有 ${refusal.left} 次提交机会，不需要增加。`;
    case 'SUBMISSIONS_UNLIMITED':
      return '本计划没有限制提交次数，不需要增加。';
    case 'CHECK_ALREADY_OPENED':
      return '评委会办公室已经开始审核。';
    case 'CHECK_NOT_OPENED':
      return '请先开始审核，再作出决定。';
    case 'ITEMS_MISSING':
      return '请逐项写明位置、条款、问题和补正办法。';
    case 'ITEMS_UNDECIDED':
      return `还有 ${refusal.places.length} 项没有审核意见，须一次审核完毕。`;
    case 'REASON_MISSING':
      return '请写明理由。';
    case 'CONTENT_INCOMPLETE':
      return `还有 ${refusal.problems.length} 处没有填好：${refusal.problems.join('；')}。`;
    case 'COMMITTEE_NOT_CHOSEN':
      return `请先选择评审委员会：${refusal.names.join('、')}。`;
    case 'COMMITTEE_MISMATCH':
      return `所选评审委员会不受理这个专业，应选：${refusal.names.join('、')}。`;
    case 'CONSENT_MISSING':
      return `还缺：${refusal.names.join('、')}。`;
    case 'POST_NOT_RECORDED':
      return '评聘结合的单位须先登记本次申报占用的岗位，或者不占用的原因。';
    case 'PUBLICITY_ALREADY_STARTED':
      return '公示已经开始。';
    case 'PUBLICITY_NOT_STARTED':
      return '公示还没有开始。';
    case 'PUBLICITY_RUNNING':
      return `公示到${dateWords(refusal.lastDay)}24:00 才期满。`;
    case 'PUBLICITY_START_IN_PAST':
      return '公示开始日期不能早于今天。';
    case 'OBJECTION_OPEN':
      return `还有 ${refusal.count} 件异议没有核查完毕。`;
    case 'RESULT_HELD':
      return '该结果已暂缓，须先解除暂缓。';
    case 'RESULT_NOT_HELD':
      return '该结果没有暂缓。';
    case 'NOT_OVERDUE':
      return '还没有逾期，不能以逾期为由办理。';
  }
}
