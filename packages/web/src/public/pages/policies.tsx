import { useClock } from '../../shared/clock.ts';
import { deviceToday } from '../../shared/device.ts';
import { dateOf, formatDate } from '../../shared/text/dates.ts';
import { Empty } from '../../shared/ui/Empty.tsx';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { type LibraryItem, listLibrary } from '../policies.ts';
import { PackMark } from '../policy/PackMark.tsx';
import { PolicySearchForm } from '../policy/PolicySearchForm.tsx';
import { VALIDITY_WORDS, validityOn } from '../policy/validity.ts';
import { Link } from '../router.tsx';
import { useLoaded } from '../use-loaded.ts';
import '../policy/policy.css';

/** 政策库: every published document by province, what it is, whether it is in force; search and comparison. */
export default function Policies() {
  const list = useLoaded(listLibrary, 'library');
  const clock = useClock();
  const today = clock ? dateOf(clock.now) : deviceToday();
  return (
    <div className="zp-page">
      <h1>政策库</h1>
      <p className="zp-prose zp-muted">
        平台按这里公布的版本办理。每个版本公布后不再改动，改动即成为新的版本。条件的文字是本平台的简短表述，以文件原文为准。
      </p>
      <PolicySearchForm />
      <p>
        <Link className="zp-button" href="/policy-compare">
          比较两个标准或两个版本
        </Link>
      </p>
      {list.kind === 'loading' ? <Loading /> : null}
      {list.kind === 'failed' ? <ErrorNote error={list.error} onRetry={list.again} /> : null}
      {list.kind === 'ready' && list.value.length === 0 ? (
        <Empty title="还没有公布的政策">评审标准和评审计划经两人批准公布后，列在这里。</Empty>
      ) : null}
      {list.kind === 'ready'
        ? provincesOf(list.value).map(({ name, items }) => (
            <section key={name} className="zp-province" aria-label={name}>
              <h2>{name}</h2>
              <ul className="zp-list zp-stack">
                {items.map((item) => (
                  <li key={item.pack} className="zp-card">
                    <Item item={item} today={today} />
                  </li>
                ))}
              </ul>
            </section>
          ))
        : null}
    </div>
  );
}

const NATION = '全国';
const ORDER = ['standard', 'plan', 'questions'];

/** By province, in it standards, then plans, then questions. A card without a name takes that of its region's others. */
function provincesOf(items: readonly LibraryItem[]): readonly { name: string; items: readonly LibraryItem[] }[] {
  const named = new Map(
    items.flatMap(({ card }) => (card.jurisdictionName ? [[card.jurisdiction, card.jurisdictionName]] : [])),
  );
  const provinces = new Map<string, LibraryItem[]>();
  for (const item of items) {
    const name = named.get(item.card.jurisdiction) ?? NATION;
    provinces.set(name, [...(provinces.get(name) ?? []), item]);
  }
  return [...provinces]
    .map(([name, own]) => ({ name, items: own.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) }))
    .toSorted((a, b) => Number(a.name === NATION) - Number(b.name === NATION) || a.name.localeCompare(b.name, 'zh-CN'));
}

function Item({ item, today }: { item: LibraryItem; today: string }) {
  const { card } = item;
  const address = `/policies/${item.pack}`;
  const validity = validityOn(today, card);
  return (
    <>
      <h3>
        <Link href={address}>{item.name}</Link>
      </h3>
      <p className="zp-small zp-muted">
        {[
          card.number,
          card.issuedOn ? `${formatDate(card.issuedOn)}印发` : '',
          card.replaces.length > 0 ? `代替 ${card.replaces.join('、')}` : '',
          `本平台第 ${item.number} 版`,
        ]
          .filter(Boolean)
          .join('，')}
      </p>
      <PackMark mark={card.mark ?? undefined} />
      {item.kind === 'standard' ? (
        <>
          <p>
            <span className={`zp-chip zp-validity-${validity}`}>{VALIDITY_WORDS[validity]}</span> {card.conditions}{' '}
            条条件，{card.readings} 条解读
          </p>
          <ul className="zp-list zp-chips" aria-label="层级">
            {card.levels.map(({ level, name }) => (
              <li key={level}>
                <Link className="zp-chip" href={`${address}?level=${level}`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {item.kind === 'plan' ? (
        <p>
          {card.windows
            .map(({ name, opensOn, closesOn }) => `${name}：${formatDate(opensOn)}至${formatDate(closesOn)}`)
            .join('；')}
        </p>
      ) : null}
      {item.kind === 'questions' ? <p>{card.questions} 个问题</p> : null}
    </>
  );
}
