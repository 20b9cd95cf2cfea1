export { type BundleFacts, bundleLacks, bundlePapers } from './bundle.ts';
export { type Clause, rowsBehind, rowsBehindByHand, type SubmittedRow } from './behind.ts';
export {
  type Checked,
  type CheckPlace,
  checkPlaces,
  type CheckRules,
  checkRulesOf,
  FORM_TITLES,
  type ScoreLine,
  unchangedSince,
} from './places.ts';
export {
  type PaperFound,
  type PaperItem,
  paperItemsOf,
  paperLacks,
  paperMark,
  paperStageOf,
} from './paper.ts';
