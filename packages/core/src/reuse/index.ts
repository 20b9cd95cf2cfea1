export {
  LIKENESSES,
  type Likeness,
  likenessesOf,
  markSort,
  marksOf,
  type PartsStanding,
  partsStanding,
} from './use.ts';
export { type Use, useOf, useOfSelfReport } from './use.ts';
export { likeness } from './words.ts';
