import type { PolicySummary } from '@zhiping/contract';
import type { StandardPack } from '@zhiping/standard';
import { useMemo, useState } from 'react';
import { useClock } from '../../shared/clock.ts';
import { deviceToday } from '../../shared/device.ts';
import { dateOf, formatDate } from '../../shared/text/dates.ts';
import type { PublishedPolicy } from '../policies.ts';
import { Link, useAddress } from '../router.tsx';
import { ClauseTree } from './ClauseTree.tsx';
import { PackMark } from './PackMark.tsx';
import { PolicyHead } from './PolicyHead.tsx';
import { AidsContext, nodesById, placeOf } from './reading-aids.ts';
import { StandardAppendix } from './StandardAppendix.tsx';
import { useWanted } from './use-wanted.ts';
import { VALIDITY_WORDS, validityOn } from './validity.ts';

/** A standard: facts of the document, the conditions of one level by route, then what holds for all levels. */
export function StandardDocument(props: {
  policy: PublishedPolicy;
  pack: StandardPack;
  versions: readonly PolicySummary[];
  official: Readonly<Record<string, string>>;
  /** The clause the address asks for. */
  wanted: string | null;
}) {
  const { policy, pack, versions, wanted } = props;
  const { document: facts } = pack;
  const clock = useClock();
  const nodes = useMemo(() => nodesById(pack), [pack]);
  const place = useMemo(() => (wanted === null ? null : placeOf(pack, nodes, wanted)), [pack, nodes, wanted]);
  const query = new URLSearchParams(useAddress().split('?')[1] ?? '');
  const asked = query.get('level') ?? place?.level.level;
  const level = pack.levels.find((one) => one.level === asked) ?? pack.levels[0];
  const hasOfficial = Object.keys(props.official).length > 0;
  const [beside, setBeside] = useState(true);
  const main = useWanted(wanted);

  const address = (id: string): string => {
    const next = new URLSearchParams({
      level: id,
      ...(query.get('version') ? { version: query.get('version') ?? '' } : {}),
    });
    return `/policies/${pack.id}?${next.toString()}`;
  };
  return (
    <AidsContext value={{ pack, nodes, official: beside ? props.official : {}, wanted }}>
      <div className="zp-page zp-document" ref={main}>
        <PolicyHead
          policy={policy}
          title={pack.name}
          versions={versions}
          facts={[
            { name: '文号', value: facts.number },
            { name: '印发', value: `${facts.issuers.join('、')}，${formatDate(facts.issuedOn, true)}` },
            {
              name: '效力',
              value: `${VALIDITY_WORDS[validityOn(clock ? dateOf(clock.now) : deviceToday(), facts)]}，${formatDate(facts.inForceFrom, true)}起施行${
                facts.repealedOn ? `，${formatDate(facts.repealedOn, true)}废止` : ''
              }`,
            },
            { name: '代替', value: facts.replaces.join('、') },
            { name: '解释', value: facts.interpreters.join('、') },
          ]}
        />
        <PackMark mark={facts.mark} />
        <p className="zp-prose zp-muted">
          条件的文字是本平台的简短表述，编号是文件的印刷编号，点编号得到这一条的链接；以文件原文为准。有下划点的词可点开看定义。
        </p>
        <div className="zp-row zp-noprint">
          <Link className="zp-button zp-button-main" href={`/self-check?standard=${pack.id}`}>
            按本标准自测
          </Link>
          <Link className="zp-button" href={`/policy-compare?left=${pack.id}${level ? `&level=${level.level}` : ''}`}>
            与别的标准比较
          </Link>
          {hasOfficial ? (
            <button type="button" className="zp-button" aria-pressed={beside} onClick={() => setBeside(!beside)}>
              {beside ? '不显示原文' : '并列原文'}
            </button>
          ) : null}
        </div>
        <nav className="zp-levels zp-noprint" aria-label="层级">
          <ul className="zp-list zp-row">
            {pack.levels.map((one) => (
              <li key={one.level}>
                <Link href={address(one.level)} {...(one === level ? { 'aria-current': 'true' as const } : {})}>
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {level ? (
          <section id={`level-${level.level}`} className="zp-card" aria-label={level.name}>
            <h2>
              {level.name} <span className="zp-label">{level.label}</span>
            </h2>
            {level.routes.map((route, index) => (
              <details
                // A clause of another route opens that route.
                key={`${level.level} ${route.route} ${wanted ?? ''}`}
                className="zp-route-clauses"
                open={place?.level === level ? place.route === route.route : index === 0}
              >
                <summary>
                  <h3>{route.name}</h3>
                </summary>
                <ClauseTree nodes={[route.node]} />
              </details>
            ))}
          </section>
        ) : null}
        <StandardAppendix pack={pack} />
      </div>
    </AidsContext>
  );
}
