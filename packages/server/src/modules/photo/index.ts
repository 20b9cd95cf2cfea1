export { keepPhoto } from './commands/replace-photo.ts';
export { currentPhoto } from './queries/current-photo.ts';
export { fittingPhoto, photoFindings, printedPhoto } from './queries/for-application.ts';
export { photoRoutes } from './routes.ts';
