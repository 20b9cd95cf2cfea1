/** What is done at a stage in place of its main action: one of `ACTS`, the `main` one after all, or `stop`: here it stays. */
export type Turn = string;

/** How so many applications go. */
export interface Fate {
  readonly count: number;
  /** First and last day on which they begin. */
  readonly from: string;
  readonly to: string;
  /** By stage, in the order in which the case comes there; after the last the main action is done. */
  readonly turns: Readonly<Record<string, readonly Turn[]>>;
  readonly specialty?: string;
  /** The unit does its whole part on one day. */
  readonly hurried?: boolean;
}

/** The applications of one plan in a demonstration year. */
export interface FateTable {
  readonly planId: string;
  readonly fates: readonly Fate[];
}

type Span = readonly [from: string, to: string];
const fate = (count: number, [from, to]: Span, turns: Fate['turns'], specialty?: string): Fate => ({
  count,
  from,
  to,
  turns,
  ...(specialty === undefined ? {} : { specialty }),
});
const RETURNS = (times: number): Turn[] => Array.from({ length: times }, () => 'office-return');

/** Liaoning, engineering: on 22 July, nine days before the system closes. */
const LN: Record<'early' | 'first' | 'second' | 'third' | 'late' | 'last', Span> = {
  early: ['2024-06-24', '2024-06-25'],
  first: ['2024-06-24', '2024-06-28'],
  second: ['2024-07-01', '2024-07-05'],
  third: ['2024-07-03', '2024-07-10'],
  late: ['2024-07-10', '2024-07-16'],
  last: ['2024-07-15', '2024-07-19'],
};
export const LIAONING_ENGINEERING: readonly Fate[] = [
  fate(20, LN.last, { draft: ['stop'] }),
  fate(20, LN.last, { 'unit-review': ['stop'] }),
  fate(6, LN.late, { 'unit-review': ['unit-return'], draft: ['main', 'stop'] }),
  fate(8, LN.last, { 'unit-appraisal': ['stop'] }),
  fate(5, LN.late, { 'unit-publicity': ['stop'] }),
  fate(22, LN.late, {}),
  fate(4, LN.late, { 'unit-publicity': ['objection-open', 'stop'] }),
  fate(3, LN.second, { 'unit-publicity': ['objection-open', 'answer-dismissed'], 'office-check': ['stop'] }),
  fate(2, LN.second, { 'unit-publicity': ['objection-open', 'answer-upheld'], 'office-check': ['stop'] }),
  fate(1, LN.second, { 'unit-publicity': ['start-publicity', 'invalidate-publicity', 'stop'] }),
  fate(8, LN.third, { 'online-submission': ['stop'] }),
  fate(22, LN.third, { 'office-check': ['stop'] }),
  fate(8, LN.second, { 'office-check': ['open-check', 'stop'] }),
  fate(10, LN.second, { 'office-check': RETURNS(1), 'online-submission': ['main', 'stop'] }),
  fate(5, LN.first, { 'office-check': RETURNS(2), 'online-submission': ['main', 'main', 'stop'] }),
  fate(4, LN.first, { 'office-check': RETURNS(2), 'authority-review': ['stop'] }),
  fate(3, LN.first, { 'office-check': RETURNS(3), 'online-submission': ['main', 'main', 'main', 'stop'] }),
  fate(1, LN.early, {
    'office-check': [...RETURNS(3), 'stop'],
    'online-submission': ['main', 'main', 'main', 'unlock'],
  }),
  fate(14, LN.second, { 'authority-review': ['stop'] }),
  fate(3, LN.first, { 'authority-review': ['authority-return'], 'online-submission': ['main', 'stop'] }),
  fate(2, LN.first, { 'authority-review': ['redirect-seal', 'stop'] }),
  fate(12, LN.first, { 'association-review': ['stop'] }, 'security'),
  fate(12, LN.first, { 'stamped-page': ['stop'] }),
  fate(3, LN.first, { 'stamped-page-check': ['return-stamped-page'], 'stamped-page': ['main', 'stop'] }),
  fate(9, LN.first, { 'stamped-page-check': ['stop'] }),
  fate(9, LN.first, { 'paper-delivery': ['stop'] }),
  { ...fate(4, ['2024-06-24', '2024-06-24'], { 'paper-delivery': ['stop'] }), hurried: true },
  fate(3, LN.early, { 'paper-delivery': ['part-of-paper', 'stop'] }),
  { ...fate(11, LN.early, { ready: ['stop'] }), hurried: true },
  fate(2, LN.second, { 'online-submission': ['withdraw'] }),
  fate(2, LN.third, { draft: ['withdraw'] }),
  fate(3, LN.second, { 'unit-appraisal': ['not-recommended'] }),
  fate(4, LN.first, { 'office-check': ['office-refuse'] }),
  fate(2, LN.first, { 'authority-review': ['authority-refuse'] }),
  fate(1, LN.first, { 'association-review': ['association-refuse'] }, 'security'),
  fate(2, LN.first, { 'stamped-page': ['cancel'] }),
];

/** Liaoning, economics: the same day; its system opens on 12 August, what comes before is under way. */
const ECON: Span = ['2024-07-01', '2024-07-18'];
export const LIAONING_ECONOMIC: readonly Fate[] = [
  fate(16, ECON, { draft: ['stop'] }),
  fate(11, ECON, { 'unit-review': ['stop'] }),
  fate(2, ECON, { 'unit-review': ['unit-return'], draft: ['main', 'stop'] }),
  fate(4, ECON, { 'unit-appraisal': ['stop'] }),
  fate(8, ['2024-07-15', '2024-07-18'], {}),
  fate(1, ['2024-07-12', '2024-07-15'], { 'unit-publicity': ['objection-open', 'stop'] }),
  fate(5, ['2024-07-01', '2024-07-09'], { 'online-submission': ['stop'] }),
  fate(1, ECON, { draft: ['withdraw'] }),
  fate(2, ECON, { 'unit-appraisal': ['not-recommended'] }),
];

/** Zhejiang: on 5 September, in the middle of the applicants' window. */
const ZJ: Record<'first' | 'second' | 'third' | 'last', Span> = {
  first: ['2022-07-08', '2022-07-22'],
  second: ['2022-07-20', '2022-08-05'],
  third: ['2022-08-08', '2022-08-22'],
  last: ['2022-08-29', '2022-09-02'],
};
export const ZHEJIANG: readonly Fate[] = [
  fate(30, ['2022-08-10', '2022-09-02'], { draft: ['stop'] }),
  fate(26, ZJ.last, { 'unit-review': ['stop'] }),
  fate(7, ZJ.third, { 'unit-review': ['unit-return'], draft: ['main', 'stop'] }),
  fate(5, ZJ.third, { 'unit-publicity': ['stop'] }),
  fate(24, ZJ.last, {}),
  fate(4, ['2022-08-24', '2022-09-01'], { 'unit-publicity': ['objection-open', 'stop'] }),
  fate(2, ZJ.second, { 'unit-publicity': ['objection-open', 'answer-dismissed'], 'office-check': ['stop'] }),
  fate(2, ZJ.second, { 'unit-publicity': ['objection-open', 'answer-upheld'], 'authority-review': ['stop'] }),
  fate(30, ZJ.third, { 'authority-review': ['stop'] }),
  fate(10, ZJ.second, { 'authority-review': ['main', 'stop'] }),
  fate(4, ZJ.second, { 'authority-review': ['authority-return'], draft: ['main', 'stop'] }),
  fate(2, ZJ.second, { 'authority-review': ['redirect-seal', 'stop'] }),
  fate(26, ZJ.third, { 'office-check': ['stop'] }),
  fate(7, ZJ.second, { 'office-check': ['open-check', 'stop'] }),
  fate(9, ['2022-08-16', '2022-08-19'], { 'office-check': RETURNS(1), correction: ['stop'] }),
  fate(7, ZJ.first, { 'office-check': RETURNS(1), correction: ['stop'] }),
  fate(4, ZJ.second, { 'office-check': [...RETURNS(1), 'stop'] }),
  fate(2, ZJ.first, { 'office-check': RETURNS(2), payment: ['stop'] }),
  fate(16, ZJ.second, { payment: ['stop'] }),
  fate(8, ZJ.second, { payment: ['slip', 'stop'] }),
  fate(2, ZJ.second, { payment: ['slip', 'return-slip', 'stop'] }),
  fate(4, ZJ.first, { payment: ['waive-payment'], 'paper-delivery': ['stop'] }),
  fate(16, ZJ.first, { 'paper-delivery': ['stop'] }),
  fate(4, ZJ.first, { 'paper-delivery': ['part-of-paper', 'stop'] }),
  fate(34, ZJ.first, { ready: ['stop'] }),
  fate(3, ZJ.first, { payment: ['office-refuse'] }),
  fate(4, ZJ.second, { 'office-check': ['office-refuse'] }),
  fate(3, ZJ.second, { 'authority-review': ['authority-refuse'] }),
  fate(3, ZJ.third, { draft: ['withdraw'] }),
  fate(2, ZJ.third, { 'unit-review': ['withdraw'] }),
];

/** Tianjin: on 11 July; the dates of its plan are a sample. */
const TJ: Record<'first' | 'second' | 'third' | 'last', Span> = {
  first: ['2022-06-01', '2022-06-10'],
  second: ['2022-06-09', '2022-06-17'],
  third: ['2022-06-20', '2022-06-24'],
  last: ['2022-07-05', '2022-07-08'],
};
export const TIANJIN: readonly Fate[] = [
  fate(34, ['2022-06-20', '2022-07-08'], { draft: ['stop'] }),
  fate(30, TJ.last, { 'unit-review': ['stop'] }),
  fate(8, TJ.third, { 'unit-review': ['unit-return'], draft: ['main', 'stop'] }),
  fate(6, TJ.third, { 'unit-publicity': ['stop'] }),
  fate(26, TJ.last, {}),
  fate(4, ['2022-06-30', '2022-07-06'], { 'unit-publicity': ['objection-open', 'stop'] }),
  fate(3, TJ.second, { 'unit-publicity': ['objection-open', 'answer-dismissed'], 'office-check': ['stop'] }),
  fate(2, TJ.second, { 'unit-publicity': ['objection-open', 'answer-upheld'], 'authority-review': ['stop'] }),
  fate(36, TJ.third, { 'authority-review': ['stop'] }),
  fate(4, TJ.second, { 'authority-review': ['authority-return'], draft: ['main', 'stop'] }),
  fate(2, TJ.second, { 'authority-review': ['redirect-seal', 'stop'] }),
  fate(34, TJ.third, { 'office-check': ['stop'] }),
  fate(9, TJ.second, { 'office-check': ['open-check', 'stop'] }),
  fate(12, ['2022-06-22', '2022-06-24'], { 'office-check': RETURNS(1), correction: ['stop'] }),
  fate(8, TJ.first, { 'office-check': RETURNS(1), correction: ['stop'] }),
  fate(5, TJ.first, { 'office-check': [...RETURNS(1), 'stop'] }),
  fate(3, TJ.first, { 'office-check': RETURNS(2) }),
  fate(60, ['2022-06-01', '2022-06-21'], { ready: ['stop'] }),
  fate(5, TJ.second, { 'office-check': ['office-refuse'] }),
  fate(3, TJ.second, { 'authority-review': ['authority-refuse'] }),
  fate(4, TJ.third, { draft: ['withdraw'] }),
  fate(2, TJ.third, { 'unit-review': ['withdraw'] }),
];
