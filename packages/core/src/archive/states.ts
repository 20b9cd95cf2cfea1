/** States of one archive row. Nothing is deleted: a discarded row is `recycled` and can be restored. */
export const ROW_STATES = ['draft', 'waiting', 'verified', 'returned', 'recycled'] as const;
export type RowState = (typeof ROW_STATES)[number];

export const ROW_STATE_LABELS = {
  draft: '草稿',
  waiting: '待单位核验',
  verified: '已核验',
  returned: '已退回',
  recycled: '回收站',
} as const satisfies Record<RowState, string>;

/** What can be done to a row. The first four belong to the person, the last two to the unit. */
export const ROW_ACTIONS = ['edit', 'submit', 'recycle', 'restore', 'verify', 'return'] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

const TRANSITIONS = {
  // A row that waits stays in the list of the unit when its person mends it; the unit's answer names the version it saw.
  draft: { edit: 'draft', submit: 'waiting', recycle: 'recycled' },
  waiting: { edit: 'waiting', verify: 'verified', return: 'returned', recycle: 'recycled' },
  // What was verified is no longer what stands there once it is edited. The unit may also take its word back.
  verified: { edit: 'waiting', return: 'returned', recycle: 'recycled' },
  returned: { edit: 'returned', submit: 'waiting', recycle: 'recycled' },
  recycled: { restore: 'draft' },
} as const satisfies Record<RowState, Partial<Record<RowAction, RowState>>>;

/**
 * A row of a published list stands by the list and not by a unit: its fields are locked, so what its person changes is a file
 * or an objection, and the unit neither verifies nor returns it.
 */
const LISTED = {
  draft: { verify: 'verified', recycle: 'recycled' },
  waiting: { verify: 'verified' },
  verified: { edit: 'verified', recycle: 'recycled' },
  returned: { verify: 'verified' },
  recycled: { restore: 'verified' },
} as const satisfies Record<RowState, Partial<Record<RowAction, RowState>>>;

/**
 * The state after `action`, or null where the action is not possible in `state`.
 * @param listed the row is one of a published list
 */
export function nextRowState(state: RowState, action: RowAction, listed = false): RowState | null {
  const possible: Partial<Record<RowAction, RowState>> = (listed ? LISTED : TRANSITIONS)[state];
  return possible[action] ?? null;
}

/** States in which `action` is possible, for conditional updates and permission rows. */
export function statesAllowing(action: RowAction): readonly RowState[] {
  return ROW_STATES.filter((state) => nextRowState(state, action) !== null);
}
