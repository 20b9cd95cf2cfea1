export { ADMINISTRATORS, administratorsApart } from './administrators.ts';
export { decide, inPlaceOf, type Permission, project, relationsTo, scopeOf } from './decide.ts';
export { AFTER_CHECK } from './stages.ts';
export { PERMISSION_TABLE } from './table.ts';
export { isTokenRelation, TOKEN_RELATIONS, type TokenRelation, tokenActions } from './token.ts';
export {
  type Action,
  type Actor,
  type HeldRelation,
  type PermissionRow,
  RELATIONS,
  type Relation,
  type TargetFacts,
} from './types.ts';
