import type { TaskHandlers } from '../../jobs/handlers.ts';
import { SIMULATE, simulateVersion } from './commands/simulate-version.ts';

export { attachOfficialText } from './commands/attach-official-text.ts';
export { type ImportedPack, importPack, type Pack } from './commands/import-pack.ts';
export { findPolicy, listPublished, type PolicyAsked, type StoredPolicy } from './queries/read-policy.ts';
export { policySubject } from './subject.ts';
export { policyRoutes } from './routes.ts';

export const policyTasks: TaskHandlers = { [SIMULATE]: simulateVersion };
