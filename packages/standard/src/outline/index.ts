export { type PackChange, packChanges } from './changes.ts';
export {
  type Compared,
  type ComparedGroup,
  type ComparedRow,
  compareOutlines,
  type SideView,
  type Stricter,
} from './compare.ts';
export { type Outline, type OutlineClause, outlineOf } from './demands.ts';
