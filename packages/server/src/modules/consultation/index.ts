export { type AgreedAbout, agreedConsultations } from './queries/agreed.ts';
export { consultationRoutes } from './routes.ts';
