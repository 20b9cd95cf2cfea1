import type { Plan, PlanRoute } from '../plan/index.ts';

/** One thing the paper desk looks for in what is delivered. */
export interface PaperItem {
  readonly id: string;
  readonly name: string;
  /** Printed label of the clause that asks for it; empty for what every desk looks at. */
  readonly label: string;
  /** How many must be there; 0 where something is only looked at. */
  readonly copies: number;
  /** Only when this is so, in words. */
  readonly when: string | null;
  /** Not everybody has one, e.g. a book: the desk may find that it does not apply. */
  readonly mayLack: boolean;
}

/** What was found: copies in hand, and what is wrong. `absent` says that a paper does not apply to this person. */
export interface PaperFound {
  readonly id: string;
  readonly copies: number;
  readonly absent: boolean;
  readonly defect: string;
}

/** The stage in which a plan waits for paper; null where it takes none. */
export function paperStageOf(plan: Pick<Plan, 'stages'>): string | null {
  return plan.stages.find(({ actions }) => actions.some(({ id }) => id === 'receive-paper'))?.id ?? null;
}

/** What every desk looks at, whatever the plan. */
const WHOLE: readonly PaperItem[] = [
  { id: 'whole.seal', name: '每页加盖公章或整体骑缝章', label: '', copies: 0, when: null, mayLack: false },
  { id: 'whole.order', name: '装订顺序和目录', label: '', copies: 0, when: null, mayLack: false },
  { id: 'whole.same', name: '与网上提交的材料一致', label: '', copies: 0, when: null, mayLack: false },
];

/** The checklist of a plan for one route, in the order of the plan: forms with their copies, papers, volumes, photos. */
export function paperItemsOf(plan: Pick<Plan, 'documents'>, route: PlanRoute): readonly PaperItem[] {
  const { forms, required, volumes, photo } = plan.documents;
  const fits = ({ routes }: { readonly routes?: readonly PlanRoute[] | undefined }) => routes?.includes(route) ?? true;
  return [
    ...forms.filter(fits).map(
      ({ name, copies, bound, label }, index): PaperItem => ({
        id: `form.${index}`,
        name: bound > 0 ? `${name}（其中 ${bound} 份装入卷内）` : name,
        label,
        copies,
        when: null,
        mayLack: false,
      }),
    ),
    ...required
      .filter((one) => one.from === 'paper' && fits(one) && !forms.some(({ name }) => name === one.name))
      .map(
        ({ id, name, label, when }): PaperItem => ({
          id: `paper.${id}`,
          name,
          label,
          copies: 1,
          when: when ?? null,
          mayLack: true,
        }),
      ),
    ...volumes.map(
      ({ name, label }, index): PaperItem => ({
        id: `volume.${index}`,
        name: `书面材料${name}`,
        label,
        copies: 1,
        when: null,
        mayLack: false,
      }),
    ),
    ...(photo !== undefined && photo.printed > 0
      ? [{ id: 'photo', name: '照片', label: photo.label, copies: photo.printed, when: null, mayLack: false }]
      : []),
    ...WHOLE,
  ];
}

/** What stands in the way of taking the papers in, one sentence each; none when everything is there and right. */
export function paperLacks(items: readonly PaperItem[], found: readonly PaperFound[]): readonly string[] {
  return items.flatMap(({ id, name, copies, mayLack }) => {
    const one = found.find((other) => other.id === id);
    if (one === undefined) return [`${name}：还没有核对`];
    if (one.defect.trim() !== '') return [`${name}：${one.defect.trim()}`];
    if (one.absent && mayLack) return [];
    return one.copies < copies ? [`${name}：应有 ${copies} 份，收到 ${one.copies} 份`] : [];
  });
}

/** The first part of a snapshot's hash, printed on the label: enough to see that paper and screen are the same. */
export function paperMark(snapshotHash: string): string {
  return snapshotHash.slice(0, 12).toUpperCase();
}
