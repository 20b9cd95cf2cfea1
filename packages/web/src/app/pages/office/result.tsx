import {
  concludeResult,
  downloadResultNotice,
  listResults,
  type MeetingResult,
  readResult,
  urlFor,
} from '@zhiping/contract';
import { ConfirmStep, ErrorNote, formatDate, Loading, StatusLine, useClock } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { Objections } from '../../parts/Objections.tsx';
import { useCommand } from '../../use-command.ts';
import { ResultPeople } from './result-people.tsx';
import { PublishResult } from './result-publish.tsx';

/** The results of one meeting: publish, hold back single persons, answer objections, conclude. */
export default function Result() {
  const input = { params: { id: usePathParam('id') } };
  const { data, error, refetch } = useEndpoint(readResult, input);
  const refresh = [keyOf(readResult, input), keyOf(listResults)];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>{data.meetingName}</h1>
      <p className="zp-muted">{data.committeeName}</p>
      {data.publicity === null ? (
        <PublishResult data={data} refresh={refresh} />
      ) : (
        <Published data={data} publicity={data.publicity} refresh={refresh} />
      )}
    </div>
  );
}

interface Props {
  readonly data: MeetingResult;
  readonly publicity: NonNullable<MeetingResult['publicity']>;
  readonly refresh: readonly (readonly unknown[])[];
}

function Published({ data, publicity, refresh }: Props) {
  const now = useClock()?.now;
  const held = data.people.filter((person) => person.held !== null).length;
  return (
    <>
      <StatusLine waiting={waitingFor(publicity, held)} {...(now === undefined ? {} : { now })} />
      <section className="zp-card">
        <h2>公示</h2>
        <Facts
          of={[
            ['公示期', `${formatDate(publicity.startsOn)}至${formatDate(publicity.lastDay)}`],
            ['联系人', `${publicity.contact}，${publicity.phone}`],
          ]}
        />
        <div className="zp-row">
          <a
            className="zp-button"
            href={urlFor(downloadResultNotice.url, { id: data.meetingId })}
            target="_blank"
            rel="noreferrer"
          >
            打印公示文件
          </a>
          {publicity.phase === 'running' ? (
            <a className="zp-button" href={`/publicity/${publicity.token}`} target="_blank" rel="noreferrer">
              查看公开页面
            </a>
          ) : null}
        </div>
      </section>
      <ResultPeople data={data} refresh={refresh} />
      <section>
        <h2>异议</h2>
        <Objections publicityId={publicity.id} rows={[]} refresh={refresh} />
      </section>
      {publicity.phase === 'over' ? <Conclude data={data} publicity={publicity} refresh={refresh} held={held} /> : null}
    </>
  );
}

function waitingFor(publicity: Props['publicity'], held: number) {
  const others = held === 0 ? '' : `其中 ${held} 人暂缓，核查完毕后解除。`;
  switch (publicity.phase) {
    case 'ahead':
      return { why: `公示将于${formatDate(publicity.startsOn)}开始。`, who: null, until: null, yours: false };
    case 'running':
      return { why: `评审结果正在公示。${others}`, who: null, until: publicity.endsAt, yours: held > 0 };
    case 'over':
      return { why: `公示已期满。${others}`, who: '评委会办公室', until: null, yours: true };
    case 'concluded':
      return { why: `公示已结束，结果已报送确认。${others}`, who: '确认机关', until: null, yours: held > 0 };
    case 'invalid':
      return { why: '公示已被认定无效。', who: '评委会办公室', until: null, yours: true };
  }
}

function Conclude({ data, publicity, refresh, held }: Props & { held: number }) {
  const command = useCommand(
    () => call(concludeResult, { params: { id: data.meetingId }, body: { version: publicity.version } }),
    refresh,
  );
  return (
    <ConfirmStep
      title="报送确认"
      effects={[
        '没有暂缓的人转到结果确认环节。',
        ...(held === 0 ? [] : [`${held} 人暂缓，不受影响地留在公示环节，解除后随即报送。`]),
      ]}
      touches={`本次操作涉及 ${data.people.length - held} 人。`}
      agree="我确认公示已满规定的工作日。"
      button="报送确认"
      onConfirm={() => command.mutateAsync(undefined)}
    />
  );
}
