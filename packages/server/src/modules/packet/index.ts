export { packetRoutes } from './routes.ts';
