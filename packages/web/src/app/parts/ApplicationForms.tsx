import { downloadEvaluationForm, downloadStampedPage, urlFor } from '@zhiping/contract';
import { AFTER_CHECK } from '@zhiping/core';
import { Link } from '@tanstack/react-router';

/** From then on the forms are printed, sealed and handed in. */
const PRINTABLE: readonly string[] = AFTER_CHECK;
const DECIDED: readonly string[] = ['result-publicity', 'confirmation', 'certified', 'not-passed'];

/** Forms of an application to print, and its result once there is one. */
export function ApplicationForms({ id, stage }: { id: string; stage: string }) {
  const decided = DECIDED.includes(stage);
  if (!PRINTABLE.includes(stage) && !decided) return null;
  return (
    <section className="zp-card">
      <h2>{decided ? '评审结果和表格' : '打印表格'}</h2>
      <div className="zp-row">
        {decided ? (
          <Link className="zp-button" to={`/applications/${id}/result` as '/'}>
            评审结果通知单
          </Link>
        ) : null}
        {PRINTABLE.includes(stage) ? (
          <>
            <a className="zp-button" href={urlFor(downloadStampedPage.url, { id })} target="_blank" rel="noreferrer">
              评定表第七部分（盖章页）
            </a>
            <a className="zp-button" href={urlFor(downloadEvaluationForm.url, { id })} target="_blank" rel="noreferrer">
              评定表
            </a>
          </>
        ) : null}
      </div>
    </section>
  );
}
