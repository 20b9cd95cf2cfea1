import type { StandardPack } from '@zhiping/standard';
import { formatDate } from '../../shared/text/dates.ts';
import type { PublishedPolicy } from '../policies.ts';
import { Link } from '../router.tsx';
import { ClauseTree } from './ClauseTree.tsx';
import { PolicyHead } from './PolicyHead.tsx';

/** A standard: facts of the document, conditions by level and route, counting rules, definitions, readings. */
export function StandardDocument({ policy, pack }: { policy: PublishedPolicy; pack: StandardPack }) {
  const { document: facts } = pack;
  return (
    <div className="zp-page zp-document">
      <PolicyHead
        policy={policy}
        title={pack.name}
        facts={[
          { name: '文号', value: facts.number },
          { name: '印发', value: `${facts.issuers.join('、')}，${formatDate(facts.issuedOn, true)}` },
          { name: '施行', value: formatDate(facts.inForceFrom, true) },
          { name: '废止', value: facts.repealedOn ? formatDate(facts.repealedOn, true) : '' },
          { name: '代替', value: facts.replaces.join('、') },
          { name: '解释', value: facts.interpreters.join('、') },
        ]}
      />
      <p className="zp-prose zp-muted">
        条件的文字是本平台的简短表述，编号是文件的印刷编号，以文件原文为准。有下划点的词可点开看定义。
      </p>
      <p>
        <Link className="zp-button zp-button-main" href={`/self-check?standard=${pack.id}`}>
          按本标准自测
        </Link>
      </p>
      <nav className="zp-toc" aria-label="目录">
        <ul className="zp-list zp-row">
          {pack.levels.map((level) => (
            <li key={level.level}>
              <a href={`#level-${level.level}`}>{level.name}</a>
            </li>
          ))}
          <li>
            <a href="#counting">业绩怎样计算</a>
          </li>
          <li>
            <a href="#definitions">词语定义</a>
          </li>
          <li>
            <a href="#readings">解读</a>
          </li>
        </ul>
      </nav>
      <section aria-label="评审专业" className="zp-card">
        <h2>评审专业</h2>
        <ul>
          {pack.specialties.map((specialty) => (
            <li key={specialty.id}>
              <span className="zp-label">{specialty.label}</span>
              <strong>{specialty.name}</strong>：{specialty.text}
            </li>
          ))}
        </ul>
      </section>
      {pack.levels.map((level) => (
        <section key={level.level} id={`level-${level.level}`} className="zp-card" aria-label={level.name}>
          <h2>
            {level.name} <span className="zp-label">{level.label}</span>
          </h2>
          {level.routes.map((route, index) => (
            <details key={route.route} className="zp-route-clauses" open={index === 0}>
              <summary>
                <h3>{route.name}</h3>
              </summary>
              <ClauseTree nodes={[route.node]} pack={pack} />
            </details>
          ))}
        </section>
      ))}
      <section id="counting" className="zp-card" aria-label="业绩怎样计算">
        <h2>业绩怎样计算</h2>
        <ul>
          {pack.counting.map((rule) => (
            <li key={rule.id}>
              {rule.label ? <span className="zp-label">{rule.label}</span> : null}
              {rule.text}
            </li>
          ))}
        </ul>
      </section>
      <section id="definitions" className="zp-card" aria-label="词语定义">
        <h2>词语定义</h2>
        <dl className="zp-definitions">
          {pack.definitions.map((definition) => (
            <div key={definition.id}>
              <dt>
                {definition.word} <span className="zp-label">{definition.label}</span>
              </dt>
              <dd>{definition.text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section id="readings" className="zp-card" aria-label="解读">
        <h2>解读</h2>
        <p className="zp-muted">文件的文字可作几种理解时，平台所取的理解和理由。改用另一种理解即成为新的版本。</p>
        {pack.readings.map((reading) => (
          <article key={reading.id} id={`reading-${reading.id}`} className="zp-reading">
            <h3>
              <span className="zp-label">{reading.label}</span>
              {reading.question}
            </h3>
            <p>
              <strong>取：</strong>
              {reading.meanings[reading.chosen] ?? reading.chosen}
            </p>
            <p>
              <strong>不取：</strong>
              {Object.entries(reading.meanings)
                .filter(([id]) => id !== reading.chosen)
                .map(([, meaning]) => meaning)
                .join('；')}
            </p>
            <p className="zp-muted">理由：{reading.because}</p>
          </article>
        ))}
      </section>
    </div>
  );
}
