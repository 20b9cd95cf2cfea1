import type { Tx } from '../db/transaction.ts';
import type { Instant } from '../time/clocks.ts';

export interface DeadlineKey {
  /** Name of the handler, `noun.what`, e.g. `application.correction-due`. */
  readonly what: string;
  readonly subjectId: string;
}
/** Legal deadlines of the current transaction. One open row per `what` and subject. */
export interface DeadlineDoor {
  /** Sets or moves a deadline. `dueAt` in business time: the sweep takes it when `dueAt <= businessNow`. */
  readonly set: (deadline: DeadlineKey & { readonly organiserId: string; readonly dueAt: Instant }) => Promise<void>;
  /** It was kept or does not matter any more. Nothing happens where none is open. */
  readonly cancel: (key: DeadlineKey, at: Instant) => Promise<void>;
}

export function deadlineDoor(tx: Tx, newId: () => string, wake: () => void): DeadlineDoor {
  return {
    set: async ({ what, subjectId, organiserId, dueAt }) => {
      await tx
        .insertInto('deadline')
        .values({
          id: newId(),
          organiser_id: organiserId,
          what,
          subject_id: subjectId,
          due_at: dueAt,
          done_at: null,
          cancelled_at: null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['what', 'subject_id'])
            .where('done_at', 'is', null)
            .where('cancelled_at', 'is', null)
            .doUpdateSet({ due_at: dueAt }),
        )
        .execute();
      wake();
    },
    cancel: async ({ what, subjectId }, at) => {
      await tx
        .updateTable('deadline')
        .set({ cancelled_at: at })
        .where('what', '=', what)
        .where('subject_id', '=', subjectId)
        .where('done_at', 'is', null)
        .where('cancelled_at', 'is', null)
        .execute();
    },
  };
}
