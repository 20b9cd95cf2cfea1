import type { BoundForm } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { printable } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { printNotice } from '../../publicity/index.ts';
import { formsFor, printForm } from './printed-forms.ts';
import type { Sources } from './sources.ts';

/** A paper of the platform that is bound into a volume; null where this application has none. */
export async function printBound(ctx: Ctx, sources: Sources, bound: BoundForm): Promise<FileAnswer | null> {
  const { plan, row, snapshot, subject } = sources;
  switch (bound) {
    case 'unit-publicity': {
      const notice = await ctx.tx
        .selectFrom('publicity')
        .selectAll()
        .where('application_id', '=', row.id)
        .where('closed', '=', 'concluded')
        .orderBy('id', 'desc')
        .executeTakeFirst();
      return notice ? printNotice(notice) : null;
    }
    case 'self-report': {
      const { number, verificationCode, issuedOn, applicantName, unitName } = subject;
      const text = snapshot.selfReport.slice(0, 5000);
      return printable('self-report', {
        number,
        verificationCode,
        issuedOn,
        watermark: null,
        title: '专业技术工作总结',
        applicantName,
        unitName,
        text,
      });
    }
    case 'evaluation-form':
    case 'recommendation-form':
    case 'exception-form':
    case 'score-sheet':
    case 'landmark-form':
    case 'summary-sheet':
    case 'roster':
    case 'pledge':
    case 'entrust-letter': {
      const line = formsFor(plan, row).find(({ ordinal }) => plan.documents.forms[ordinal]?.prints === bound);
      return line === undefined || line.waitsFor !== null ? null : printForm(sources, line.ordinal);
    }
  }
}
