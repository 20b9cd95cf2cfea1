import type { ApplicationCase } from '@zhiping/contract';
import { ReturnList } from '../../shared/index.ts';

/** What was returned and is to be mended, each item with the way to its field; answered items tick off. */
export function ReturnNotice({ data }: { data: Pick<ApplicationCase, 'id' | 'returned'> }) {
  const { returned } = data;
  if (returned === null) return null;
  return (
    <>
      <ReturnList
        title={`${returned.from}退回，需要补正的内容`}
        items={returned.items.map((item, index) => ({
          id: `${item.place} ${index}`,
          place: item.title,
          clause: item.label === '' ? null : item.label,
          wrong: item.problem,
          todo: item.whatToDo,
          answered: item.answered,
          href: `/app/applications/${data.id}/edit#${anchorOf(item.place)}`,
        }))}
      />
      {returned.unchanged ? <p className="zp-muted">材料与上次提交时完全相同，请先补充完善再提交。</p> : null}
    </>
  );
}

/** The part of the form that holds a place of a notice. */
function anchorOf(place: string): string {
  if (place.startsWith('rows.') || place.startsWith('selfScore.')) return place;
  return place === 'form.self-report' ? 'selfReport' : place.startsWith('conditions.') ? 'rows' : 'form';
}
