export { noteAccess, noteCaseAccess } from './access.ts';
export { consentOfNewcomer } from './commands/consent.ts';
export { privacyRoutes } from './routes.ts';
