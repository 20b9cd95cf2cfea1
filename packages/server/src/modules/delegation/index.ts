export { delegationRoutes } from './routes.ts';
export { assertAnotherPerson } from './two-people.ts';
