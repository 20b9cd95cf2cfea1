export { isPledgeSigned } from './queries/read.ts';
export { signatureRoutes } from './routes.ts';
