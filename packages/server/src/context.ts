import {
  type Action,
  type Actor,
  decide,
  PERMISSION_TABLE,
  type Permission,
  project,
  relationsTo,
  scopeOf,
  type TargetFacts,
} from '@zhiping/core';
import type { Scope } from './db/scope.ts';
import type { Begun, Tx } from './db/transaction.ts';
import type { Installation } from './installation.ts';
import { type DeadlineDoor, deadlineDoor } from './jobs/deadlines.ts';
import { enqueue, type Job } from './jobs/outbox.ts';
import { type NewEvent, recordEvent } from './record/record-event.ts';
import { newId } from './security/random.ts';
import { businessTime, type Instant, systemNow } from './time/clocks.ts';

/** Everything a command or query may use. One per transaction. */
export interface Ctx {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly installation: Installation;
  /** In whose place the actor does it; null where the post is their own. */
  readonly inPlaceOf: string | null;
  /** Action being done, `system.sweep` and the like for the platform's own work. */
  readonly action: Action;
  /** Business time when the request was complete: what deadlines are judged by. */
  readonly receivedAt: Instant;
  /** Business time of the target's organiser, else of the one the actor works for, else the furthest of all. */
  readonly businessNow: Instant;
  readonly businessNowOf: (organiserId: string) => Instant;
  readonly systemNow: Instant;
  readonly requestId: string;
  /** When the session that asks ends; null without one. */
  readonly sessionExpiresAt: Instant | null;
  readonly newId: () => string;
  /** Writes the event of a change of state and returns the signed receipt. */
  readonly record: (event: NewEvent) => ReturnType<typeof recordEvent>;
  /** Number of events recorded so far in this transaction. */
  readonly recorded: () => number;
  /** Work due at once (mail, PDF), done after the commit, at least once. */
  readonly enqueue: (job: Job) => Promise<void>;
  readonly deadline: DeadlineDoor;
  /** What the table lets the actor do with a target. */
  readonly can: (action: Action, target: TargetFacts) => Permission;
  /** The part of `value` the actor may see, null where it may not be seen at all. For items of lists. */
  readonly see: <T extends object>(action: Action, target: TargetFacts, value: T) => Partial<T> | null;
  /** For lists: under which relations and ids the actor may do `action`; give it to `scopeWhere`. */
  readonly scope: (action: Action) => Scope;
  /**
   * Runs `fn` as the platform, past the coarse row level security, where one permitted act must touch rows of others
   * (closing a ballot moves applications). The permission must be decided before.
   */
  readonly asPlatform: <T>(fn: () => Promise<T>) => Promise<T>;
  /** Runs after the commit, never when rolled back; what it answers is waited for. */
  readonly afterCommit: Begun['afterCommit'];
}

export interface CtxOptions {
  readonly action: Action;
  readonly requestId: string;
  readonly receivedAtReal?: Instant;
  readonly organiserId?: string | null;
  readonly relation?: string;
  readonly inPlaceOf?: string | null;
}

export function createCtx(installation: Installation, begun: Begun, options: CtxOptions): Ctx {
  const { tx, actor, clocks } = begun;
  const now = systemNow();
  const offset = offsetFor(clocks, options.organiserId ?? ownOrganiser(actor));
  const businessNow = businessTime(offset, now);
  let recorded = 0;
  const can = (action: Action, target: TargetFacts): Permission =>
    decide(PERMISSION_TABLE, action, relationsTo(actor, target), target.stage);
  const ctx: Ctx = {
    tx,
    actor,
    installation,
    inPlaceOf: options.inPlaceOf ?? null,
    action: options.action,
    receivedAt: businessTime(offset, options.receivedAtReal ?? now),
    businessNow,
    businessNowOf: (organiserId) => businessTime(clocks.get(organiserId) ?? 0, now),
    systemNow: now,
    requestId: options.requestId,
    sessionExpiresAt: begun.sessionExpiresAt,
    newId,
    record: async (event) => {
      recorded += 1;
      return recordEvent(ctx, event, options.relation ?? (actor.kind === 'system' ? 'system' : 'public'));
    },
    recorded: () => recorded,
    enqueue: (job) => enqueue(ctx, job),
    deadline: deadlineDoor(tx, newId, () => begun.afterCommit(() => void installation.wake('deadlines'))),
    can,
    see: (action, target, value) => {
      const permission = can(action, target);
      return permission.allowed ? project(value, permission.fields) : null;
    },
    scope: (action) => scopeOf(PERMISSION_TABLE, action, actor),
    asPlatform: (fn) => begun.withRole('zhiping_jobs', fn),
    afterCommit: begun.afterCommit,
  };
  return ctx;
}

/** The organiser somebody works for; null where it is none or not a single one. */
function ownOrganiser({ held }: Actor): string | null {
  const ids = new Set(held.flatMap(({ organiserId }) => organiserId ?? []));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** Without an organiser, their common time: the only one's, or the furthest of several. */
function offsetFor(clocks: ReadonlyMap<string, number>, organiserId: string | null): number {
  if (organiserId !== null) return clocks.get(organiserId) ?? 0;
  return clocks.size === 0 ? 0 : Math.max(...clocks.values());
}

/** Runs `fn` as the platform itself: sweeps, jobs, start-up. Row level security lets everything through. */
export function asPlatform<T>(
  installation: Installation,
  action: Action,
  fn: (ctx: Ctx) => Promise<T>,
  organiserId: string | null = null,
): Promise<T> {
  return installation.transactor.inTransaction('platform', (begun) =>
    fn(createCtx(installation, begun, { action, requestId: newId(), organiserId })),
  );
}
