export {
  LIKENESSES,
  type Likeness,
  likenessesOf,
  likenessesTo,
  markSort,
  marksOf,
  type PartsStanding,
  partsStanding,
} from './use.ts';
export { type Use, useOf, useOfSelfReport } from './use.ts';
export { likeness } from './words.ts';
