export * from './classes.ts';
export * from './verdict.ts';
