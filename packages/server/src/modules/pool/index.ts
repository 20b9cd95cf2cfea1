export { fileExpert } from './commands/add-expert.ts';
export { registerFiling } from './commands/register-filing.ts';
export { type Filing, filingOf, type PoolMember, poolMembers } from './queries/pool-members.ts';
export { poolRoutes } from './routes.ts';
export { organiserTarget } from './target.ts';
