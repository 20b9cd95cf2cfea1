export * from './archive/index.ts';
export * from './ballot/index.ts';
export * from './bytes.ts';
export * from './calendar/index.ts';
export * from './certificate/index.ts';
export * from './draw/index.ts';
export * from './permission/index.ts';
export * from './publicity/index.ts';
export * from './record/index.ts';
export * from './scoring/index.ts';

export * from './process/index.ts';
export * from './plan/index.ts';
