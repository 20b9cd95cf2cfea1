export { printBound } from './queries/bound-papers.ts';
export { labelOf } from './queries/label-data.ts';
export { formsFor, printForm } from './queries/printed-forms.ts';
export { type Sources, sourcesOf } from './queries/sources.ts';
export { formRoutes } from './routes.ts';
