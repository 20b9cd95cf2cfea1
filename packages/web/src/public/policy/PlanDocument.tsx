import type { PolicySummary } from '@zhiping/contract';
import { formatDate } from '../../shared/text/dates.ts';
import type { PlanContent, PublishedPolicy } from '../policies.ts';
import { Link } from '../router.tsx';
import { PolicyHead } from './PolicyHead.tsx';
import { useWanted } from './use-wanted.ts';

/** A plan: its windows, specialties and the readings chosen. */
export function PlanDocument(props: {
  policy: PublishedPolicy;
  versions: readonly PolicySummary[];
  plan: PlanContent;
  wanted: string | null;
}) {
  const { policy, versions, plan, wanted } = props;
  const page = useWanted(wanted);
  const here = (anchor: string) => ({
    'data-clause': anchor,
    ...(anchor === wanted ? { className: 'zp-clause-wanted' } : {}),
  });
  return (
    <div className="zp-page zp-document" ref={page}>
      <PolicyHead
        policy={policy}
        versions={versions}
        title={plan.title}
        facts={[
          { name: '组建单位', value: plan.organiser },
          { name: '依据', value: plan.source.title },
          { name: '印发', value: formatDate(plan.source.issued, true) },
        ]}
      />
      <section className="zp-card" aria-label="办理时间">
        <h2>办理时间</h2>
        <ul>
          {plan.windows.map((window) => (
            <li key={window.id} {...here(`window-${window.id}`)}>
              <span className="zp-label">{window.label}</span>
              <strong>{window.name}</strong>：{formatDate(window.opensOn)}至{formatDate(window.closesOn)}，末日 24:00
              截止
            </li>
          ))}
          <li {...here('cut-off')}>
            <span className="zp-label">{plan.cutOff.label}</span>
            <strong>业绩截止</strong>：{formatDate(plan.cutOff.date)}
          </li>
        </ul>
      </section>
      <section className="zp-card" aria-label="申报方式">
        <h2>申报方式</h2>
        <ul>
          {plan.routes.map((route) => (
            <li key={route.id} {...here(`route-${route.id}`)}>
              {route.name}
            </li>
          ))}
        </ul>
      </section>
      <section className="zp-card" aria-label="专业与标准">
        <h2>专业与标准</h2>
        <ul className="zp-list zp-specialties">
          {plan.specialties.map((specialty) => (
            <li key={specialty.id} {...here(`specialty-${specialty.id}`)}>
              <strong>{specialty.name}</strong>
              <span>
                {specialty.standard.pack ? (
                  <Link href={`/policies/${specialty.standard.pack}`}>{specialty.standard.title}</Link>
                ) : (
                  specialty.standard.title
                )}
                <span className="zp-muted zp-small">
                  {' '}
                  {specialty.standard.document}
                  {specialty.standard.pack ? '' : '，人工核对条件'}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="zp-card" aria-label="解读">
        <h2>解读</h2>
        {plan.readings.map((reading) => (
          <article
            key={reading.id}
            data-clause={`reading-${reading.id}`}
            className={`reading-${reading.id}` === wanted ? 'zp-reading zp-clause-wanted' : 'zp-reading'}
          >
            <h3>
              <span className="zp-label">{reading.label}</span>
              {reading.question}
            </h3>
            <p>
              <strong>取：</strong>
              {reading.chosen}
            </p>
            <p className="zp-muted">理由：{reading.why}</p>
          </article>
        ))}
      </section>
    </div>
  );
}
