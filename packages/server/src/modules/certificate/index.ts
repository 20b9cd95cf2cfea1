export { issueCertificate, type NewCertificate, unprintable } from './commands/issue-certificate.ts';
export { certificateRoutes } from './routes.ts';
