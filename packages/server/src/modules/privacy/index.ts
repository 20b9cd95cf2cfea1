export { noteAccess, noteCaseAccess } from './access.ts';
export { consentOfNewcomer } from './commands/consent.ts';
export { formerNamesOf, resealFormerNames } from './former-names.ts';
export { privacyRoutes } from './routes.ts';
