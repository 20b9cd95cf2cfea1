import { Link } from '@tanstack/react-router';
import { downloadPhoto, readPhotos } from '@zhiping/contract';
import { ErrorNote, StateMark } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';
import { PhotoRuleWords } from './PhotoRuleWords.tsx';
import { fileHref } from './FilePreview.tsx';
import './material.css';

/** The applicant's photo against the rule of one plan; nothing where the plan asks for none. */
export function PhotoCard({ planId }: { planId: string }) {
  const { data, error } = useEndpoint(readPhotos, {});
  const plan = data?.plans.find((one) => one.planId === planId);
  if (error) return <ErrorNote error={error} />;
  if (data === undefined || plan === undefined) return null;
  const fits = data.current !== null && plan.problems.length === 0;
  return (
    <section className="zp-card" id="photo" aria-label="证件照">
      <h2>证件照</h2>
      <div className="zp-row">
        {data.current === null ? null : (
          <img
            className="zp-photo-small"
            src={fileHref(downloadPhoto, { photoId: data.current.id })}
            alt="现在的证件照"
          />
        )}
        <div>
          <p>
            <StateMark state={fits ? 'met' : data.current === null ? 'missing' : 'unmet'} word={false} />{' '}
            {data.current === null
              ? plan.required
                ? '还没有上传，提交前须上传。'
                : '没有上传的，在打印的表格上张贴。'
              : fits
                ? '符合本计划的要求，提交后印在表格上。'
                : plan.required
                  ? '不符合本计划的要求，提交前须更换。'
                  : '不符合本计划的要求，不会印在表格上；请更换，或在表格上张贴。'}
          </p>
          <PhotoRuleWords plan={plan} />
          <Link to="/archive/photo">{data.current === null ? '上传证件照' : '更换证件照'}</Link>
        </div>
      </div>
    </section>
  );
}
