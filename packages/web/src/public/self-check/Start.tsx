import { useState } from 'react';
import { useClock } from '../../shared/clock.ts';
import { deviceToday } from '../../shared/device.ts';
import { dateOf } from '../../shared/text/dates.ts';
import { Empty } from '../../shared/ui/Empty.tsx';
import type { LibraryItem } from '../policies.ts';
import { PackMark } from '../policy/PackMark.tsx';
import { VALIDITY_WORDS } from '../policy/validity.ts';
import { go, Link } from '../router.tsx';
import { Choices } from './FieldInput.tsx';
import { type Offer, offerFor, regionsOf, workChoices } from './offer.ts';
import { selfCheckAddress } from './self-check-address.ts';
import { keptState } from './storage.ts';

const ELSEWHERE = 'elsewhere';
/** So many kinds of work are looked over at once; with more, a word narrows them. */
const MANY = 8;

/** Where one works and what one does; then the standard for it, with the reason. Nothing is sent. */
export function Start({ items }: { items: readonly LibraryItem[] }) {
  const clock = useClock();
  const today = clock ? dateOf(clock.now) : deviceToday();
  const [region, setRegion] = useState<string | undefined>();
  const [work, setWork] = useState<string | undefined>();
  const [word, setWord] = useState('');
  const [kept] = useState(keptState);
  const regions = regionsOf(items);
  const resumed = items.find(({ pack }) => pack === kept?.standard);
  if (regions.length === 0) return <Empty title="还没有发布的评审标准">发布后，这里可以逐条自测。</Empty>;
  const choices = region === undefined ? [] : workChoices(items, region);
  const shown = choices.filter(({ name, text }) => word.trim() === '' || `${name}${text}`.includes(word.trim()));
  const chosen = choices.find(({ id }) => id === work);
  return (
    <div className="zp-page zp-page-narrow">
      <h1>自测</h1>
      <p className="zp-prose">
        先说在哪里工作、做什么，平台给出适用的评审标准，再逐条核对够不够条件、还差什么。不用登录，填写的内容不离开您的设备。
      </p>
      {resumed ? (
        <p>
          <Link className="zp-button" href={selfCheckAddress(resumed.pack, 'work')}>
            继续上次的填写：{resumed.name}
          </Link>
        </p>
      ) : null}
      <div className="zp-card">
        <Choices
          legend="您在哪里工作？"
          options={[
            ...regions.map(({ id, name }) => ({ value: id, label: name })),
            { value: ELSEWHERE, label: '其他地区' },
          ]}
          value={region}
          unknown={null}
          onChange={(value) => {
            setRegion(value);
            setWork(undefined);
            setWord('');
          }}
        />
        {choices.length > MANY ? (
          <div className="zp-field zp-field-short">
            <label htmlFor="work-word">找一找您做的工作</label>
            <input id="work-word" value={word} maxLength={20} onChange={(event) => setWord(event.target.value)} />
          </div>
        ) : null}
        {choices.length > 0 ? (
          <fieldset className="zp-field zp-work">
            <legend className="zp-field-label">您做什么工作？</legend>
            {shown.map((choice) => (
              <label key={choice.id} className="zp-choice zp-choice-wide">
                <input
                  type="radio"
                  name="work"
                  value={choice.id}
                  checked={work === choice.id}
                  onChange={() => setWork(choice.id)}
                />
                <span>
                  <strong>{choice.name}</strong>
                  {choice.text ? <span className="zp-hint">{choice.text}</span> : null}
                </span>
              </label>
            ))}
            {shown.length === 0 ? <p>没有含“{word}”的工作，换一个词试试。</p> : null}
          </fieldset>
        ) : null}
        {region === ELSEWHERE ? <Elsewhere items={items} /> : null}
      </div>
      {chosen ? <OfferCard offer={offerFor(chosen, items, today)} /> : null}
    </div>
  );
}

function OfferCard({ offer }: { offer: Offer }) {
  const { standard, validity, reasons } = offer;
  return (
    <section className="zp-card zp-offer" aria-label="适用的标准" aria-live="polite">
      <p className="zp-muted zp-small">适用的标准</p>
      <h2>
        <Link href={`/policies/${standard.pack}`}>{standard.name}</Link>
      </h2>
      <PackMark mark={standard.card.mark ?? undefined} />
      <p>
        {standard.card.number}　<span className={`zp-chip zp-validity-${validity}`}>{VALIDITY_WORDS[validity]}</span>
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <button
        type="button"
        className="zp-button zp-button-main"
        onClick={() => go(selfCheckAddress(standard.pack, 'work'))}
      >
        按这个标准开始自测
      </button>
    </section>
  );
}

function Elsewhere({ items }: { items: readonly LibraryItem[] }) {
  return (
    <div>
      <p>本平台还没有收录您所在地区的标准。可以用已收录的标准试一试，结果只供参考，以当地文件为准：</p>
      <ul>
        {items
          .filter(({ kind }) => kind === 'standard')
          .map(({ pack, name, card }) => (
            <li key={pack}>
              <Link href={selfCheckAddress(pack, 'work')}>{name}</Link>
              <PackMark mark={card.mark ?? undefined} />
            </li>
          ))}
      </ul>
    </div>
  );
}
