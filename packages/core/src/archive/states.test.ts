import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRowState, ROW_ACTIONS, type RowState, statesAllowing } from './states.ts';

describe('states of a row', () => {
  it('takes the usual way', () => {
    expect(nextRowState('draft', 'submit')).toBe('waiting');
    expect(nextRowState('waiting', 'verify')).toBe('verified');
    expect(nextRowState('waiting', 'return')).toBe('returned');
    expect(nextRowState('returned', 'submit')).toBe('waiting');
  });

  it('sends a verified row back to waiting when it is edited', () => {
    expect(nextRowState('verified', 'edit')).toBe('waiting');
  });

  it('never verifies what was not handed in, and never edits what was discarded', () => {
    expect(statesAllowing('verify')).toEqual(['waiting']);
    expect(nextRowState('recycled', 'edit')).toBeNull();
  });

  it('leaves what a published list states to the list', () => {
    expect(nextRowState('verified', 'edit', true)).toBe('verified');
    expect(nextRowState('verified', 'return', true)).toBeNull();
    expect(nextRowState('recycled', 'restore', true)).toBe('verified');
  });

  it('reaches verified only by a verification that is the last thing done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROW_ACTIONS)), (actions) => {
        let state: RowState = 'draft';
        let last: string | null = null;
        for (const action of actions) {
          const next = nextRowState(state, action);
          if (next === null) continue;
          state = next;
          last = action;
        }
        if (state === 'verified') expect(last).toBe('verify');
      }),
    );
  });
});
