export { publicityRoutes } from './routes.ts';
