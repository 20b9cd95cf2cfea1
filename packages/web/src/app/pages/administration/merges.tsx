import { approveMerge, listMerges, type MergeCase, readMerge, refuseMerge } from '@zhiping/contract';
import { ConfirmStep, Empty, ErrorNote, formatDate, formatInstant, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { MERGE_STATE_NAMES, MergeEffects } from '../../parts/MergeEffects.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { PressedChoice } from '../../parts/PressedChoice.tsx';
import { useCallCommand } from '../../use-command.ts';

/** 账户合并: requests to join two accounts of one person, confirmed by a second person. */
export default function Merges() {
  const address = useAddressState();
  const state = address.get('state') === 'ended' ? 'ended' : 'waiting';
  const pages = usePages(state);
  const { data, error, refetch } = useEndpoint(listMerges, { query: { state, limit: 20, ...pages.after } });
  const items = data?.items ?? [];
  const selected = items.find(({ id }) => id === address.get('id')) ?? items[0];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <div className="zp-stack">
      <h1>账户合并</h1>
      <p className="zp-prose">
        本人已用两个账户的密码（或统一身份和验证码）证明都是自己的。请核对两边是同一人、理由合理，再确认；有疑问的，请本人到窗口核对身份证件。
      </p>
      <div className="zp-row">
        <PressedChoice
          options={[
            ['waiting', '等待确认'],
            ['ended', '已办'],
          ]}
          value={state}
          onChange={(one) => address.set({ state: one === 'waiting' ? null : one, id: null })}
        />
      </div>
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="账户合并"
          items={items}
          selected={selected?.id ?? null}
          onSelect={(id) => address.set({ id })}
          entry={(one) => (
            <span className="zp-entry">
              <strong>
                {one.fromName}并入{one.intoName}
              </strong>
              <span className="zp-small">
                {one.state === 'waiting' ? `${formatInstant(one.expiresAt)}前确认` : MERGE_STATE_NAMES[one.state]}
              </span>
            </span>
          )}
          empty={<Empty title="没有申请">有人申请合并账户后列在这里。</Empty>}
          detail={selected === undefined ? null : <Detail key={selected.id} id={selected.id} />}
        />
      )}
      <PageButtons pages={pages} next={data?.next} />
    </div>
  );
}

function Detail({ id }: { id: string }) {
  const { data, error, refetch } = useEndpoint(readMerge, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h2>
        {data.fromName}并入{data.intoName}
      </h2>
      <Facts
        of={[
          ['现在', MERGE_STATE_NAMES[data.state]],
          ['申请时间', formatInstant(data.askedAt)],
          ['理由', data.reason],
          ['怎样证明', data.way === 'password' ? '另一个账户的密码' : '另一个账户的统一身份'],
          ['身份证号码', data.sameness === null ? null : NUMBER_WORDS[data.sameness.number]],
          ['姓名', data.sameness === null ? null : NAME_WORDS[data.sameness.name]],
          ['办理时间', data.endedAt === null ? null : formatInstant(data.endedAt)],
          ['答复', data.answer === '' ? null : data.answer],
        ]}
      />
      <Side title="保留的账户" account={data.into} />
      <Side title="并入的账户" account={data.from} left={data.state === 'done'} />
      {data.effects === null ? null : <MergeEffects effects={data.effects} />}
      {data.state === 'waiting' ? <Decide merge={data} /> : null}
    </div>
  );
}

const NUMBER_WORDS = { equal: '两个账户相同', missing: '其中一个账户没有登记，请格外留意' } as const;
const NAME_WORDS = { equal: '两个账户相同', former: '其中一个是变更以前的姓名' } as const;

/** `left`: its numbers went over to the other account. */
function Side({ title, account, left = false }: { title: string; account: MergeCase['into']; left?: boolean }) {
  return (
    <section className="zp-stack" aria-label={title}>
      <h3>{title}</h3>
      <Facts
        of={[
          ['姓名', account.name],
          ['用户名', account.username],
          ['身份证号码', left ? null : (account.idNumber ?? '没有登记')],
          ['身份核对', left ? null : account.identity === 'confirmed' ? '已核对' : '本人填写，未核对'],
          ['手机号码', account.phone],
          ['电子邮箱', account.email],
          ['登记时间', formatDate(account.since)],
        ]}
      />
    </section>
  );
}

function Decide({ merge }: { merge: MergeCase }) {
  const approve = useCallCommand(approveMerge, [listMerges, readMerge]);
  const refuse = useCallCommand(refuseMerge, [listMerges, readMerge]);
  const [reason, setReason] = useKeptText(`merge-refusal-${merge.id}`);
  const params = { id: merge.id };
  return (
    <>
      {merge.effects?.obstacles.length === 0 ? (
        <ConfirmStep
          title="确认合并"
          effects={[
            `账户 ${merge.from.username} 的全部内容立即转到账户 ${merge.into.username}。`,
            `账户 ${merge.from.username} 不能再登录，用户名不再给别人使用。`,
            '合并后不能拆开，也不能恢复。',
          ]}
          touches="本次操作涉及 2 个账户。"
          agree="我已核对两个账户属于同一人。"
          button="确认合并"
          onConfirm={() => approve.mutateAsync({ params })}
        />
      ) : null}
      <form
        className="zp-card zp-stack"
        onSubmit={(event) => {
          event.preventDefault();
          refuse.mutate({ params, body: { reason: reason.trim() } }, { onSuccess: () => setReason('') });
        }}
      >
        <h3>不同意</h3>
        <Field label="不同意的理由" value={reason} onChange={setReason} max={500} help="本人可以看到。" />
        <ErrorNote error={refuse.error} />
        <div className="zp-row">
          <button type="submit" className="zp-button" disabled={refuse.isPending}>
            不同意合并
          </button>
        </div>
      </form>
    </>
  );
}
