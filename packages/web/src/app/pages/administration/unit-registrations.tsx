import {
  approveRegistration,
  downloadLetter,
  listRegistrations,
  listUnits,
  refuseRegistration,
  returnRegistration,
  UNIT_AFFILIATION_NAMES,
  UNIT_CATEGORY_NAMES,
  UNIT_NATURE_NAMES,
  type UnitRegistration,
  urlFor,
} from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatInstant, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { FilePreview } from '../../parts/FilePreview.tsx';
import { useCallCommand } from '../../use-command.ts';
import { PressedChoice } from '../../parts/PressedChoice.tsx';
import { REGISTRATION_STATE_NAMES } from '../account/unit-registration.tsx';

/** 单位登记审核: units of the own area that ask to be registered, with the letter beside; where nobody has the area, the platform's. */
export default function UnitRegistrations() {
  const address = useAddressState();
  const state = address.get('state') === 'done' ? 'done' : 'waiting';
  const [after, setAfter] = useState<string | null>(null);
  const query = { state, limit: 50, ...(after === null ? {} : { after }) } as const;
  const { data, error, refetch } = useEndpoint(listRegistrations, { query });
  const items = data?.items ?? [];
  const selected = items.find(({ id }) => id === address.get('id')) ?? items[0];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <h1>单位登记审核</h1>
      <div className="zp-row">
        <PressedChoice
          options={[
            ['waiting', '待审核'],
            ['done', '已办理'],
          ]}
          value={state}
          onChange={(one) => {
            setAfter(null);
            address.set({ state: one === 'waiting' ? null : one, id: null });
          }}
        />
        {data?.next ? (
          <button type="button" className="zp-button" onClick={() => setAfter(data.next)}>
            下一页
          </button>
        ) : null}
      </div>
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="单位登记申请"
          items={items}
          selected={selected?.id ?? null}
          onSelect={(id) => address.set({ id })}
          entry={(one) => (
            <span className="zp-entry">
              <strong>{one.name}</strong>
              <span className="zp-small">
                {one.area}，{formatInstant(one.createdAt)}
              </span>
              {one.state === 'waiting' ? null : (
                <span className="zp-small zp-muted">{REGISTRATION_STATE_NAMES[one.state]}</span>
              )}
            </span>
          )}
          empty={<Empty title="没有登记申请">单位提出登记申请后列在这里。</Empty>}
          detail={selected === undefined ? null : <Detail key={selected.id} registration={selected} />}
          beside={
            selected === undefined ? undefined : (
              <FilePreview
                href={urlFor(downloadLetter.url, { registrationId: selected.id })}
                name={selected.letterName}
              />
            )
          }
        />
      )}
    </>
  );
}

function Detail({ registration }: { registration: UnitRegistration }) {
  const changed = [listRegistrations, listUnits] as const;
  const approve = useCallCommand(approveRegistration, changed);
  const sendBack = useCallCommand(returnRegistration, changed);
  const refuse = useCallCommand(refuseRegistration, changed);
  const [reason, setReason] = useKeptText(`registration-${registration.id}`);
  const params = { registrationId: registration.id };
  const { kind, category, affiliation, secondLevelNames } = registration;
  return (
    <div className="zp-stack">
      <h2>{registration.name}</h2>
      <Facts
        of={[
          ['信用代码', registration.creditCode],
          ['单位性质', UNIT_NATURE_NAMES[kind]],
          ['单位类别', UNIT_CATEGORY_NAMES[category]],
          ['隶属关系', UNIT_AFFILIATION_NAMES[affiliation]],
          ['所在地', registration.area],
          ['人事代理', registration.agency ? '是人事代理机构' : null],
          ['二级单位', secondLevelNames.length === 0 ? null : secondLevelNames.join('、')],
          ['申请人', registration.applicantName],
          ['联系人', `${registration.contactName}，${registration.contactPhone}`],
          ['办理意见', registration.reason === '' ? null : registration.reason],
        ]}
      />
      {registration.takesOver ? (
        <p role="status">这个单位已经登记，但没有经办人。批准后申请人成为经办人，单位原有的登记信息不变。</p>
      ) : null}
      {registration.state === 'waiting' ? (
        <>
          <ConfirmStep
            title="通过登记"
            effects={['单位即可在平台办理核验、公示和推荐。', `${registration.applicantName}成为这个单位的经办人。`]}
            touches="本次操作登记 1 个单位。"
            agree="已核对单位名称与公章一致，授权书真实有效，属于本部门管理。"
            button="通过登记"
            onConfirm={() => approve.mutateAsync({ params })}
          />
          <section className="zp-card zp-stack">
            <h3>退回修改或不予登记</h3>
            <Field
              label="理由"
              value={reason}
              onChange={setReason}
              max={500}
              required={false}
              help="写明问题和怎么修改。"
            />
            <ErrorNote error={sendBack.error ?? refuse.error} />
            <div className="zp-row">
              <button
                type="button"
                className="zp-button"
                disabled={reason.trim() === '' || sendBack.isPending}
                onClick={() => sendBack.mutate({ params, body: { reason } }, { onSuccess: () => setReason('') })}
              >
                退回修改
              </button>
              <button
                type="button"
                className="zp-button"
                disabled={reason.trim() === '' || refuse.isPending}
                onClick={() => refuse.mutate({ params, body: { reason } }, { onSuccess: () => setReason('') })}
              >
                不予登记
              </button>
            </div>
          </section>
        </>
      ) : (
        <p>
          {REGISTRATION_STATE_NAMES[registration.state]}
          {registration.decidedAt === null ? '' : `，${formatInstant(registration.decidedAt)}`}
        </p>
      )}
    </div>
  );
}
