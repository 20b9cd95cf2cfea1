import { Link } from '@tanstack/react-router';
import {
  AppError,
  askRegister,
  type ErrorCode,
  readArchive,
  readRegisters,
  type RegisterLine,
} from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote, formatInstant, Loading, StateMark } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useCommand } from '../../use-command.ts';

const LOOK_AGAIN_MS = 3000;

/** 查询登记: what registers outside can say about oneself, asked with consent each time. */
export default function RegistersPage() {
  const [waiting, setWaiting] = useState(false);
  const { data, error, refetch } = useEndpoint(readRegisters, {}, waiting ? { refetchInterval: LOOK_AGAIN_MS } : {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const open = data.items.some(({ last }) => last?.state === 'waiting');
  if (open !== waiting) setWaiting(open);
  return (
    <div className="zp-stack">
      <p>
        <Link to="/archive">业绩档案</Link> › 查询登记
      </p>
      <h1>查询登记</h1>
      <p className="zp-prose">
        经您同意，平台用您的姓名和证件号码向下列登记查询，把查到的内容写入您的业绩档案，注明来源和时间。查到的内容不能修改；有误的可以写明哪里不对，或移入回收站后自行填写。查到的内容同样由单位核验。
      </p>
      {data.items.map((line) => (
        <Register key={line.id} line={line} />
      ))}
    </div>
  );
}

function Register({ line }: { line: RegisterLine }) {
  const [agreed, setAgreed] = useState(false);
  const { last } = line;
  const ask = useCommand(
    () => call(askRegister, { params: { register: line.id }, body: { consent: true } }),
    [keyOf(readRegisters), keyOf(readArchive)],
  );
  return (
    <section className="zp-card zp-stack" aria-label={line.name}>
      <h2>{line.name}</h2>
      <p>可以查到：{line.gives.join('、')}。</p>
      <p className="zp-muted">{line.manual}</p>
      {last === null ? null : <Last last={last} />}
      {line.connected ? (
        <>
          <label className="zp-check">
            <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
            <span>我同意用我的姓名和证件号码向{line.name}查询，只用于填写本人的业绩档案</span>
          </label>
          <div className="zp-row">
            <button
              type="button"
              className="zp-button zp-button-main"
              disabled={!agreed || ask.isPending || last?.state === 'waiting'}
              onClick={() => ask.mutate(undefined, { onSuccess: () => setAgreed(false) })}
            >
              查询{line.name}
            </button>
          </div>
        </>
      ) : (
        <p>
          <StateMark state="missing" word={false} /> 本平台没有接通这个登记，请自行填写并上传证明材料。
        </p>
      )}
      <ErrorNote error={ask.error} />
    </section>
  );
}

function Last({ last }: { last: NonNullable<RegisterLine['last']> }) {
  switch (last.state) {
    case 'waiting':
      return <p role="status">正在查询（{formatInstant(last.askedAt)}提出），查到后写入档案。</p>;
    case 'done':
      return (
        <p role="status">
          <StateMark state="met" word={false} /> {formatInstant(last.finishedAt ?? last.askedAt)}查到 {last.rows} 项，
          <Link to="/archive">到业绩档案查看</Link>。
        </p>
      );
    case 'failed':
      return <ErrorNote error={new AppError((last.code ?? 'REGISTER_DOWN') as ErrorCode)} />;
  }
}
