export * from './permission/index.ts';
