export { administrationRoutes } from './administration-routes.ts';
export { createFirstAdministrator } from './commands/first-administrator.ts';
export { addRelation, createPerson, type NewPerson, type NewRelation } from './commands/create-person.ts';
export { maskIdNumber, readNumbers } from './queries/read-numbers.ts';
export { accountRoutes } from './routes.ts';
