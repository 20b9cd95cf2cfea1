export { administrationRoutes } from './administration-routes.ts';
export { confirmIdentity } from './commands/confirm-identity.ts';
export { createFirstAdministrators } from './commands/first-administrator.ts';
export { addRelation, createPerson, type NewPerson, type NewRelation } from './commands/create-person.ts';
export { maskIdNumber, openNumbers, readContacts, readNumbers } from './queries/read-numbers.ts';
export { accountRoutes } from './routes.ts';
export { securityRoutes } from './security-routes.ts';
export { signOnRoutes } from './sign-on-routes.ts';
