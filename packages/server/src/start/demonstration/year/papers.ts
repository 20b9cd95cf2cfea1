import { renderDocument } from '../../../documents/index.ts';
import { drawPortrait } from '../portrait.ts';

/** Invented papers for uploads: few are printed, and each upload differs by an unseen last line, as two scans do. */
export interface Papers {
  readonly of: (kind: PaperKind) => Blob;
  /** A drawn photo of nobody, one of a few. */
  readonly portrait: (number: number) => Blob;
}
const PORTRAITS = ['甲', '乙', '丙', '丁', '戊', '己'];
const KINDS = {
  project: ['项目合同与验收材料', '合同封面、金额页、人员页和盖章页，以及验收意见。'],
  'software-copyright': ['软件著作权登记证书', '登记证书和开发人员证明。'],
  paper: ['论文与检索页', '刊物封面、版权页、目录、正文和检索页。'],
  seal: ['盖章页', '推荐和审核意见页，已逐级签字盖章。'],
  pledge: ['承诺书', '本人手写签名的真实性承诺。'],
  slip: ['转账凭证', '银行出具的电子回单。'],
} as const;
export type PaperKind = keyof typeof KINDS;

/** @param issuedOn date on the papers */
export async function printPapers(issuedOn: string, newId: () => string): Promise<Papers> {
  const printed = new Map<string, Buffer>();
  for (const [kind, [title, text]] of Object.entries(KINDS)) {
    const pdf = await renderDocument('sample-paper', {
      number: kind,
      verificationCode: '演示',
      issuedOn,
      watermark: '演示数据',
      title,
      issuer: '演示数据，非真实材料',
      lines: [],
      text: `本页是演示材料，代替${text}`,
    });
    printed.set(kind, Buffer.from(pdf));
  }
  const portraits = await Promise.all(PORTRAITS.map((name) => drawPortrait(name)));
  return {
    portrait: (number) => new Blob([portraits[number % portraits.length] ?? Buffer.alloc(0)], { type: 'image/jpeg' }),
    of: (kind) =>
      new Blob([printed.get(kind) ?? Buffer.alloc(0), Buffer.from(`\n% ${newId()}\n`)], { type: 'application/pdf' }),
  };
}
