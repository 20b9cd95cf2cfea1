export { attest } from './commands/attest.ts';
export { releaseRows } from './commands/release-rows.ts';
export { readAttestations } from './queries/attestations.ts';
export { assertNotOwn, loadMember, type MemberTarget } from './queries/people.ts';
export { factsOf, readRows, type RowWithFiles } from './queries/read-rows.ts';
export { closeFields } from './personal.ts';
export { unitOf } from './queries/unit-of.ts';
export { viewOf } from './queries/view.ts';
export { archiveRoutes } from './routes.ts';
