export { endorsersOf } from './queries/experts.ts';
export { endorsementRoutes } from './routes.ts';
