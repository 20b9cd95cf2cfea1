import { describe, expect, it } from 'vitest';
import { liaoningProcess } from '../testing/liaoning.ts';
import { parsePlan, readPlan } from './parse.ts';

const { plan } = liaoningProcess;
const withPhoto = (photo: object) => ({ ...plan, documents: { ...plan.documents, photo } });

describe('a plan published by an older program', () => {
  it('whose photo names its background in a word is read: the office looks at it', () => {
    const older = withPhoto({ label: '附件2之4', printed: 0, background: '白底' });
    expect(parsePlan(older).documents.photo).toEqual({
      label: '附件2之4',
      printed: 0,
      uploaded: 'optional',
      seen: ['白底'],
    });
    // What is published now is held to the schema of now.
    expect(readPlan(older).ok).toBe(false);
  });

  it('otherwise stays as it is', () => {
    expect(parsePlan(plan)).toEqual(plan);
  });
});
