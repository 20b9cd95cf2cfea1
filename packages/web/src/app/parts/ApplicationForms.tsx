import {
  downloadCaseLabel,
  downloadForm,
  downloadStampedPage,
  listForms,
  type PrintedFormLine,
  urlFor,
} from '@zhiping/contract';
import { AFTER_CHECK } from '@zhiping/core';
import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';
import { CaseVolumes } from './Volumes.tsx';

/** From then on the forms are printed, sealed and handed in. */
const PRINTABLE: readonly string[] = [...AFTER_CHECK, 'payment'];
const DECIDED: readonly string[] = ['result-publicity', 'confirmation', 'certified', 'not-passed'];

/** Forms of an application to print, as its plan asks for them, and its result once there is one. */
export function ApplicationForms({ id, stage }: { id: string; stage: string }) {
  const decided = DECIDED.includes(stage);
  if (!PRINTABLE.includes(stage) && !decided) return null;
  return (
    <>
      <section className="zp-card">
        <h2>{decided ? '评审结果和表格' : '打印表格'}</h2>
        <div className="zp-row">
          {decided ? (
            <Link className="zp-button" to={`/applications/${id}/result`}>
              评审结果通知单
            </Link>
          ) : null}
          {PRINTABLE.includes(stage) ? <Forms id={id} /> : null}
          {stage === 'paper-delivery' ? (
            <Link className="zp-button" to={`/applications/${id}/paper`}>
              装袋清单和标签
            </Link>
          ) : null}
        </div>
      </section>
      {PRINTABLE.includes(stage) ? <CaseVolumes applicationId={id} /> : null}
    </>
  );
}

function Forms({ id }: { id: string }) {
  const { data, error } = useEndpoint(listForms, { params: { id } });
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  return (
    <>
      {data.stampedPage === null ? null : (
        <FormLink href={urlFor(downloadStampedPage.url, { id })} name={data.stampedPage} />
      )}
      {data.items.map((form) => (
        <OneForm key={form.ordinal} id={id} form={form} />
      ))}
      <FormLink href={urlFor(downloadCaseLabel.url, { id })} name="档案袋标签" />
    </>
  );
}

function OneForm({ id, form }: { id: string; form: PrintedFormLine }) {
  if (form.waitsFor !== null) {
    return (
      <span className="zp-muted">
        {form.name}：到“{form.waitsFor}”环节可以打印
      </span>
    );
  }
  const href = urlFor(downloadForm.url, { id, ordinal: form.ordinal });
  return <FormLink href={href} name={form.name} copies={form.copies} />;
}

function FormLink({ href, name, copies = 1 }: { href: string; name: string; copies?: number }) {
  return (
    <a className="zp-button" href={href} target="_blank" rel="noreferrer">
      {name}
      {copies > 1 ? `（${copies} 份）` : ''}
    </a>
  );
}
