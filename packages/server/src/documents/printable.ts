import type { FileAnswer } from '../http/route.ts';
import { printDocument } from './printer.ts';
import type { DocumentData, DocumentKind } from './schemas/index.ts';

/** The last words of a file's name, in front of the number people quote. */
export const DOCUMENT_NAMES: { readonly [K in DocumentKind]: string } = {
  'case-labels': '档案袋标签',
  certificate: '证书',
  'correction-notice': '一次性告知书',
  'count-sheet': '计票单',
  'draw-record': '抽取记录',
  'entrust-letter': '委托评审函',
  'evaluation-form': '评审表',
  'exception-form': '破格审核表',
  'expert-letter': '专家意见书',
  'landmark-form': '标志性成果表',
  listing: '一览表',
  'meeting-minutes': '评审会议纪要',
  'package-cover': '报送材料封面',
  'payment-notice': '缴费通知',
  pledge: '真实性保证书',
  receipt: '回执',
  'recommendation-form': '报评推荐表',
  'result-publicity': '评审结果公示',
  'result-slip': '评审结果通知单',
  roster: '花名册',
  'sample-paper': '示例材料',
  'score-sheet': '量化评价表',
  'self-report': '工作总结',
  'stamped-page': '盖章页',
  'summary-sheet': '综合情况表',
  'unit-publicity': '单位公示',
  'volume-contents': '卷册目录',
};

/**
 * Prints a document as the answer of a `download` endpoint, shown in the page.
 * @throws AppError `DOCUMENT_CHARACTERS` with the characters no font has; a zod error where the data is not of its schema
 */
export async function printable<K extends DocumentKind>(
  kind: K,
  data: DocumentData<K>,
  name: string = DOCUMENT_NAMES[kind],
): Promise<FileAnswer> {
  const content = Buffer.from(await printDocument(kind, data));
  return { fileName: `${name}-${data.number}.pdf`, mediaType: 'application/pdf', content, disposition: 'inline' };
}
