import { type Consultation, readConsultationPaper, urlFor } from '@zhiping/contract';
import { TALENT_NAMES } from '@zhiping/core';
import { formatDate, formatInstant } from '../../shared/index.ts';
import '../pages/applicant/application-edit.css';
import { Facts } from './Field.tsx';

export const CONSULTATION_KINDS = { green: '绿色通道初步审核', entrusted: '委托评审' } as const;
export const CONSULTATION_STATES = { asked: '等待评委会办公室答复', agreed: '已同意', declined: '未同意' } as const;

/** What was asked before an application, its papers and the answer; the same for the person and the office. */
export function ConsultationFacts({ of }: { of: Consultation }) {
  const talents = of.talents.map((one) => TALENT_NAMES[one]).join('、');
  return (
    <>
      <section className="zp-card">
        <h2>{CONSULTATION_KINDS[of.kind]}</h2>
        <p role="status">
          <strong>{CONSULTATION_STATES[of.state]}</strong>
          {of.answer === null ? '' : `，${formatInstant(of.answer.at)}`}
        </p>
        {of.answer === null ? null : (
          <p>
            {of.answer.by}的理由：{of.answer.reason}
          </p>
        )}
        {of.answer === null || of.answer.talents.length === 0 ? null : (
          <p>认定的人才类别：{of.answer.talents.map((one) => TALENT_NAMES[one]).join('、')}</p>
        )}
        <Facts
          of={[
            ['申报人', of.applicantName],
            ['用人单位', of.unitName],
            ['评审计划', of.planName],
            ['申报专业和层级', `${of.specialtyName} ${of.levelName}`],
            ['本人提出的人才类别', talents === '' ? null : talents],
            ['联系方式', of.contact],
            ['提出时间', formatInstant(of.askedAt)],
          ]}
        />
        <h3>主要业绩和基本情况</h3>
        <p className="zp-prose zp-kept-lines">{of.reason}</p>
      </section>
      {of.papers.length === 0 ? null : (
        <section className="zp-card">
          <h2>书面材料</h2>
          <ol className="zp-list">
            {of.papers.map(({ step, name, from, paper }) => (
              <li key={step}>
                <p>
                  <strong>{name}</strong>
                  <span className="zp-muted"> {from}</span>
                </p>
                {paper === null ? (
                  <p className="zp-muted">尚未交来</p>
                ) : (
                  <p>
                    文号 {paper.number}，{formatDate(paper.datedOn)}，
                    <a
                      href={urlFor(readConsultationPaper.url, { id: of.id, paperId: paper.id })}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {paper.fileName}
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ol>
          {of.lacks.length === 0 ? null : (
            <ul className="zp-list" aria-label="还不能受理的原因">
              {of.lacks.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}
