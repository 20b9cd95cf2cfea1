export * from './bytes.ts';
export * from './calendar/index.ts';
export * from './permission/index.ts';
export * from './record/index.ts';
