import { downloadUnitNotice, invalidateUnitPublicity, readApplicationPublicity, readCheck } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote, formatDate } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { fileHref } from '../../parts/FilePreview.tsx';
import { PublicityProofs } from '../../parts/PublicityProofs.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';

/** 单位公示 for the office: the notice as posted, its proofs beside, and the word that it is invalid (LN-2024 五(四)). */
export function CheckPublicity(props: {
  id: string;
  /** The plan lets the office declare it invalid now. */
  mayInvalidate: boolean;
  onFile: (file: ShownFile) => void;
}) {
  const { id, mayInvalidate, onFile } = props;
  const { data, error } = useEndpoint(readApplicationPublicity, { params: { id } });
  const [asking, setAsking] = useState(false);
  const run = useCommand(
    async (reason: string) => {
      const posted = data?.current;
      if (!posted) return;
      const body = { version: posted.version, reason };
      await call(invalidateUnitPublicity, { params: { id: posted.id }, body });
      setAsking(false);
    },
    [keyOf(readApplicationPublicity), keyOf(readCheck)],
  );
  if (error) return <ErrorNote error={error} />;
  const posted = data?.current ?? null;
  if (!data || (posted === null && data.former.length === 0)) return null;
  return (
    <section className="zp-card" aria-label="单位公示">
      <h2>单位公示</h2>
      {posted === null ? null : (
        <>
          <Facts
            of={[
              [
                '公示期',
                `${formatDate(posted.startsOn)}至${formatDate(posted.lastDay)}，${posted.workingDays} 个工作日`,
              ],
              ['审议会议', posted.approvingMeeting],
              ['反映方式', posted.ways],
              ['异议', posted.objections === 0 ? '没有' : `${posted.objections} 件，${posted.openObjections} 件待答复`],
            ]}
          />
          <PublicityProofs publicity={posted} onFile={onFile} />
          <div className="zp-row">
            <button
              type="button"
              className="zp-button"
              onClick={() => onFile({ name: '单位公示文件', href: fileHref(downloadUnitNotice, { id: posted.id }) })}
            >
              查看公示文件
            </button>
            {mayInvalidate && !asking ? (
              <button type="button" className="zp-button" onClick={() => setAsking(true)}>
                认定公示无效…
              </button>
            ) : null}
          </div>
          {asking ? (
            <ReasonForm
              name={`invalidate-${posted.id}`}
              title="认定公示无效"
              effect="单位须按规范重新公示不少于规定的工作日；理由由单位和申报人看到。"
              button="认定公示无效"
              onSend={(reason) => run.mutateAsync(reason)}
              onCancel={() => setAsking(false)}
            />
          ) : null}
        </>
      )}
      {data.former.map((one) => (
        <p key={one.id} className="zp-muted">
          {formatDate(one.startsOn)}开始的公示已被认定无效：{one.invalidReason}
        </p>
      ))}
    </section>
  );
}
