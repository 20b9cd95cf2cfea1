import {
  type AnswerOf,
  checkEndorsement,
  type Endorsement,
  listEndorsements,
  printEndorsement,
  readCheck,
  readEndorsementFile,
} from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { ENDORSER_LEVELS, ENDORSER_RELATIONS } from '../../../shared/endorser-words.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { fileHref } from '../../parts/FilePreview.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';

type Letters = AnswerOf<typeof listEndorsements>;
const LEVELS: ReadonlyMap<string, string> = new Map(ENDORSER_LEVELS);
const RELATIONS: ReadonlyMap<string, string> = new Map(ENDORSER_RELATIONS);

/**
 * 专家推荐与评议 in the qualification check: what the standard asks, each expert's title, field and years beside it, whether
 * they are different people, and the letter itself. A letter that is not recognised does not count.
 */
export function CheckEndorsements(props: {
  id: string;
  titleOf: (rowId: string) => string;
  onFile: (file: ShownFile) => void;
}) {
  const { data, error } = useEndpoint(listEndorsements, { params: { id: props.id } });
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  const letters = data.items.filter(({ letter }) => letter !== null);
  if (letters.length === 0 && (data.needs ?? []).length === 0) return null;
  return (
    <section className="zp-card" aria-label="专家推荐与评议">
      <h2>专家推荐与评议</h2>
      <Needs data={data} />
      {letters.length === 0 ? <p className="zp-muted">没有专家材料。</p> : null}
      {letters.map((one) => (
        <Letter key={one.id} one={one} data={data} {...props} />
      ))}
    </section>
  );
}

/** What is asked, with how many different people stand for it so far. */
function Needs({ data }: { data: Letters }) {
  return (
    <ul className="zp-list">
      {(data.needs ?? []).map(({ kind, label, text, min, found }) => (
        <li key={`${kind} ${label} ${text}`}>
          <span className="zp-label">{label}</span> {text}：须 {min} 位不同的专家，
          <strong>{found >= min ? `已有 ${found} 位` : `只有 ${found} 位`}</strong>
        </li>
      ))}
    </ul>
  );
}

function Letter(props: {
  one: Endorsement;
  data: Letters;
  id: string;
  titleOf: (rowId: string) => string;
  onFile: (file: ShownFile) => void;
}) {
  const { one, data, id, titleOf, onFile } = props;
  const { letter } = one;
  const [returning, setReturning] = useState(false);
  const params = { id, endorsementId: one.id };
  const run = useCommand(
    (body: { accepted: boolean; reason: string }) => call(checkEndorsement, { params, body }),
    [keyOf(listEndorsements), keyOf(readCheck)],
  );
  if (letter === null) return null;
  const form = data.forms[one.kind] ?? '专家材料';
  return (
    <article className={one.state === 'returned' ? 'zp-checkitem zp-checkitem-correct' : 'zp-checkitem'}>
      <h3>
        《{form}》{letter.name}
        {one.rowId === null ? '' : `（评议“${titleOf(one.rowId)}”）`}
      </h3>
      <Facts
        of={[
          ['工作单位', letter.unit],
          ['职称', `${letter.titleName}（${LEVELS.get(letter.titleLevel) ?? letter.titleLevel}）`],
          ['任职年数', `${letter.titleYears} 年`],
          ['从事专业', `${letter.field}，${RELATIONS.get(letter.relation) ?? letter.relation}`],
          ['国家级人才', letter.nationalTalent ? '是' : null],
          ['与申报人的关系', letter.relationToApplicant],
          ['同一人', one.samePerson ? '与另一份材料是同一人，只计一位' : '与其他材料不是同一人'],
          ['用于', one.serves.length === 0 ? '不符合任何一项对专家的要求' : one.serves.join('；')],
          ['意见', letter.opinion],
          [
            '形式',
            one.way === 'paper' ? '书面材料扫描件，内容由申报人照录，请与扫描件核对' : '专家本人通过链接填写并签名',
          ],
        ]}
      />
      <p>
        <button
          type="button"
          className="zp-button"
          onClick={() => onFile({ href: fileHref(readEndorsementFile, params), name: letter.fileName })}
        >
          {one.way === 'link' ? '查看签名' : '查看扫描件'}
        </button>{' '}
        <button
          type="button"
          className="zp-button"
          onClick={() => onFile({ href: fileHref(printEndorsement, params), name: `《${form}》` })}
        >
          查看《{form}》
        </button>
      </p>
      {one.check === null ? null : (
        <p>
          <strong>{one.check.accepted ? '已认可' : '不予认可'}</strong>
          <span className="zp-muted">
            ，{formatInstant(one.check.at)}
            {one.check.reason === '' ? '' : `：${one.check.reason}`}
          </span>
        </p>
      )}
      <ErrorNote error={run.error} />
      {returning ? (
        <ReasonForm
          name={`endorsement-${one.id}`}
          title="不予认可"
          effect="这份材料不再计入，申报人会看到理由，可以另请专家或补交。"
          button="不予认可"
          onSend={async (reason) => {
            await run.mutateAsync({ accepted: false, reason });
            setReturning(false);
          }}
          onCancel={() => setReturning(false)}
        />
      ) : (
        <div className="zp-row">
          <button
            type="button"
            className="zp-button"
            disabled={run.isPending || one.check?.accepted === true}
            onClick={() => run.mutate({ accepted: true, reason: '职称、专业、任职年数与材料一致' })}
          >
            认可<span className="zp-hidden">：{letter.name}</span>
          </button>
          <button type="button" className="zp-button" onClick={() => setReturning(true)}>
            不予认可…<span className="zp-hidden">：{letter.name}</span>
          </button>
        </div>
      )}
    </article>
  );
}
