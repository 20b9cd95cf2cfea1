import { useClock } from '../../shared/clock.ts';
import { dateOf, daysBetween, formatDate } from '../../shared/text/dates.ts';
import { Empty } from '../../shared/ui/Empty.tsx';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { ExtensionNotices } from '../ExtensionNotices.tsx';
import { contentOf, listPolicies, type PlanContent } from '../policies.ts';
import { Link } from '../router.tsx';
import { useLoaded } from '../use-loaded.ts';

const loadPlans = async (): Promise<readonly PlanContent[]> => {
  const plans = (await listPolicies()).filter((policy) => policy.kind === 'plan');
  return Promise.all(plans.map((plan) => contentOf<PlanContent>(plan.hash)));
};

/** What is open now with its countdown, and three doors: 自测, 申报, 验证. */
export default function Home() {
  const plans = useLoaded(loadPlans, 'plans');
  const clock = useClock();
  return (
    <div className="zp-page">
      <h1 className="zp-home-title">申报职称，先看清条件，再看得见进度</h1>
      <ul className="zp-list zp-doors">
        <li className="zp-door">
          <h2>
            <Link href="/self-check">自测</Link>
          </h2>
          <p>不用登录，逐条核对够不够条件、还差什么。填写的内容不离开您的设备。</p>
        </li>
        <li className="zp-door">
          <h2>
            <a href="/app/">申报</a>
          </h2>
          <p>建立一次业绩档案，按步骤申报，随时看到在等谁办、何时截止。</p>
        </li>
        <li className="zp-door">
          <h2>
            <Link href="/verify-certificate">验证</Link>
          </h2>
          <p>凭证书编号或二维码核对职称证书的真伪和效力。</p>
          <p>
            <a href="/verify">重算专家抽取、核验存证记录</a>
          </p>
        </li>
      </ul>
      <ExtensionNotices />
      <section className="zp-home-plans" aria-label="正在办理的评审">
        <h2>正在办理的评审</h2>
        {plans.kind === 'loading' ? <Loading /> : null}
        {plans.kind === 'failed' ? <ErrorNote error={plans.error} onRetry={plans.again} /> : null}
        {plans.kind === 'ready' && plans.value.length === 0 ? (
          <Empty title="还没有公布的评审计划">计划公布后，这里显示申报时间和倒计时。</Empty>
        ) : null}
        {plans.kind === 'ready'
          ? plans.value.map((plan) => <PlanCard key={plan.pack} plan={plan} today={clock ? dateOf(clock.now) : null} />)
          : null}
      </section>
    </div>
  );
}

function PlanCard({ plan, today }: { plan: PlanContent; today: string | null }) {
  return (
    <article className="zp-card zp-plan">
      <h3>
        <Link href={`/policies/${plan.pack}`}>{plan.title}</Link>
      </h3>
      <ul className="zp-list">
        {plan.windows.map((window) => (
          <li key={window.id} className="zp-window">
            <strong>{window.name}</strong>
            <span>
              {formatDate(window.opensOn)}至{formatDate(window.closesOn)}
            </span>
            {today ? <Countdown today={today} opensOn={window.opensOn} closesOn={window.closesOn} /> : null}
          </li>
        ))}
      </ul>
    </article>
  );
}

function Countdown({ today, opensOn, closesOn }: { today: string; opensOn: string; closesOn: string }) {
  if (today < opensOn) return <span className="zp-countdown">{daysBetween(today, opensOn)} 天后开放</span>;
  if (today > closesOn) return <span className="zp-countdown zp-countdown-over">已结束</span>;
  const left = daysBetween(today, closesOn);
  return (
    <span className="zp-countdown zp-countdown-open">
      {left === 0 ? '今天 24:00 截止' : `正在开放，还剩 ${left} 天`}
    </span>
  );
}
