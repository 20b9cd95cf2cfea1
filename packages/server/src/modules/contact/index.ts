export { contactTasks } from './change-contact.ts';
export { contactRoutes } from './routes.ts';
