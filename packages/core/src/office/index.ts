export { type Checked, type CheckPlace, checkPlaces, unchangedSince } from './places.ts';
