export { type Composite, compositeOf, type Hundredths, type ScoreRules, type Spread, spreadOf } from './composite.ts';
