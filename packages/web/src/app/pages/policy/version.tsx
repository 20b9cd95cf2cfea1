import { getPolicyVersion, getVersionEffect, standardIn } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { CheckCard } from './CheckCard.tsx';
import { EffectReport } from './EffectReport.tsx';
import { OfficialTextCard } from './OfficialTextCard.tsx';
import { ReadingSwitch } from './ReadingSwitch.tsx';
import './policy.css';

/** One version of a standard for its owner: checks, beside the version in use, readings, official text. */
export default function PolicyVersionPage() {
  const pack = usePathParam('pack');
  const number = Number(usePathParam('number'));
  const version = useEndpoint(getPolicyVersion, { params: { pack, number } });
  if (version.error) return <ErrorNote error={version.error} onRetry={() => void version.refetch()} />;
  if (!version.data) return <Loading />;
  const { data } = version;
  const published = data.publishedAt !== null;
  return (
    <div className="zp-stack" key={`${pack} ${number}`}>
      <p className="zp-small">
        <Link to="/policy">政策发布</Link>
      </p>
      <h1>
        {data.name}　第 {number} 版
      </h1>
      <p className="zp-muted">
        {published && data.publishedAt ? `${formatInstant(data.publishedAt)}发布` : '草案，等待两人批准'}，内容散列{' '}
        <span className="zp-mono">{data.hash.slice(0, 16)}</span>
      </p>
      <div className="zp-row">
        {published ? (
          <a className="zp-button" href={`/policies/${pack}?version=${number}`}>
            在政策库里看
          </a>
        ) : (
          <Link className="zp-button zp-button-main" to="/policy">
            去批准
          </Link>
        )}
        <Link className="zp-button" to="/policy/simulate" search={{ newer: `${pack}@${number}` }}>
          模拟影响
        </Link>
      </div>
      {published ? null : <BesideInUse pack={pack} number={number} />}
      <CheckCard pack={pack} number={number} />
      <ReadingSwitch pack={standardIn(data)} number={number} />
      {published ? <OfficialTextCard pack={pack} /> : null}
    </div>
  );
}

function BesideInUse({ pack, number }: { pack: string; number: number }) {
  const effect = useEndpoint(getVersionEffect, { params: { pack, number } });
  return (
    <section className="zp-card" aria-label="与在用版本并列">
      <h2>与在用版本并列</h2>
      {effect.error ? <ErrorNote error={effect.error} onRetry={() => void effect.refetch()} /> : null}
      {!effect.data && !effect.error ? <Loading what="正在用两个版本评估全部例子" /> : null}
      {effect.data?.against === null ? <p>这个标准还没有在用的版本。</p> : null}
      {effect.data && effect.data.against !== null ? (
        <EffectReport
          effect={effect.data}
          before={`第 ${effect.data.against} 版（在用）`}
          after={`第 ${number} 版（草案）`}
        />
      ) : null}
    </section>
  );
}
