import { AppError } from '@zhiping/contract';
import {
  decide,
  inPlaceOf,
  PERMISSION_TABLE,
  type Permission,
  project,
  type Relation,
  relationsTo,
  scopeOf,
  type TargetFacts,
} from '@zhiping/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Ctx, createCtx } from '../context.ts';
import type { Scope } from '../db/scope.ts';
import type { Beginner, Begun } from '../db/transaction.ts';
import { keepFile } from '../files/index.ts';
import type { FreshFile } from '../files/store.ts';
import type { Installation } from '../installation.ts';
import { onceOnly } from './idempotency.ts';
import { type AnyRoute, type HttpDoor, isFileAnswer } from './route.ts';
import { findUnstorable, validate } from './validate.ts';

/** What of the request is left to judge once HTTP itself is done with it. */
export interface Incoming {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: unknown;
  readonly http: Omit<HttpDoor, 'file'>;
  /** The file of an upload, stored but not yet known to the database. */
  readonly file: FreshFile | null;
  /** Real time when the request was complete. */
  readonly receivedAtReal: string;
  /** What the route's `prepare` answered. */
  readonly prepared?: unknown;
}

/**
 * One request in one transaction: who asks, what it is about, whether the table allows it, and only then whether the
 * input is right, what the handler says, and which fields of it may be seen.
 */
export function runRoute(installation: Installation, route: AnyRoute, incoming: Incoming): Promise<unknown> {
  return installation.transactor.inTransaction(beginnerOf(incoming.http), (begun) =>
    inside(installation, route, incoming, begun),
  );
}

/** Who asks and whether the table allows it, before anything else of the request is looked at. */
interface Admission {
  readonly params: unknown;
  readonly target: TargetFacts;
  readonly permission: Extract<Permission, { allowed: true }>;
  readonly ctx: Ctx;
  readonly scope: Scope;
}

async function admit(
  installation: Installation,
  route: AnyRoute,
  incoming: Pick<Incoming, 'request' | 'receivedAtReal'>,
  begun: Begun,
): Promise<Admission> {
  const { endpoint } = route;
  if (begun.actor.token?.includes(endpoint.action) === false) throw new AppError('TOKEN_SCOPE');
  const { request, receivedAtReal } = incoming;
  const options = { action: endpoint.action, requestId: request.id, receivedAtReal };
  const parsed = endpoint.params.safeParse(request.params);
  const readable = findUnstorable(request.params, []) === null;
  const target =
    parsed.success && readable ? await loadTarget(createCtx(installation, begun, options), route, parsed.data) : null;
  // An unknown thing and one that may not be seen answer alike.
  const refused = refusal(begun, route);
  if (target === null || !parsed.success) throw refused;
  const relations = relationsTo(begun.actor, target);
  const scope = scopeOf(PERMISSION_TABLE, endpoint.action, begun.actor);
  const permission =
    route.target === 'list'
      ? { allowed: scope.length > 0, fields: 'all' as const }
      : decide(PERMISSION_TABLE, endpoint.action, relations, target.stage);
  if (!permission.allowed)
    throw isElsewhere(endpoint.action, relations, target) ? new AppError('NOT_AT_THIS_STEP') : refused;
  const relation = actingAs(endpoint.action, relations);
  const ctx = createCtx(installation, begun, {
    ...options,
    organiserId: target.organiserId ?? null,
    relation,
    inPlaceOf: inPlaceOf(begun.actor, target, relation),
  });
  return { params: parsed.data, target, permission: { allowed: true, fields: permission.fields }, ctx, scope };
}

const beginnerOf = ({ session, token }: Pick<HttpDoor, 'session' | 'token'>): Beginner =>
  token === null ? { session } : { token };

/** Decides the permission alone: an upload is received only from somebody who may send it. */
export function assertAdmitted(
  installation: Installation,
  route: AnyRoute,
  incoming: Pick<Incoming, 'request' | 'receivedAtReal'> & {
    readonly session: string | null;
    readonly token: string | null;
  },
): Promise<void> {
  return installation.transactor.inTransaction(beginnerOf(incoming), async (begun) => {
    await admit(installation, route, incoming, begun);
  });
}

async function inside(installation: Installation, route: AnyRoute, incoming: Incoming, begun: Begun): Promise<unknown> {
  const { endpoint } = route;
  const { ctx, params, target, permission, scope } = await admit(installation, route, incoming, begun);
  const query = validate(endpoint.query, incoming.request.query);
  const body = validate(endpoint.body, incoming.body ?? {});
  const file = incoming.file === null ? null : await keepFile(ctx, incoming.file, ctx.actor.personId);
  const input = { params, query, body, target, scope, http: { ...incoming.http, file }, prepared: incoming.prepared };
  const handle = (): Promise<unknown> => doAndCheck(ctx, route, () => route.handle(ctx, input));
  const work = route.role === 'expert' ? () => begun.withRole('zhiping_expert', handle) : handle;
  const key = incoming.request.headers['idempotency-key'];
  const keyed = typeof key === 'string' && endpoint.method !== 'GET' && endpoint.transport === 'json';
  if (keyed && !/^[\w-]{8,100}$/.test(key)) throw new AppError('BAD_REQUEST');
  const requested = { url: incoming.request.url, method: endpoint.method, body: incoming.body ?? {} };
  const answer = keyed ? await onceOnly(ctx, key, requested, work) : await work();
  if (answer instanceof AppError || isFileAnswer(answer)) return answer;
  return project(answer as object, permission.fields);
}

async function loadTarget(ctx: Ctx, route: AnyRoute, params: unknown): Promise<TargetFacts | null> {
  switch (route.target) {
    case 'none':
    case 'list':
      return { stage: 'any' };
    case 'own':
      return { stage: 'any', applicantPersonId: ctx.actor.personId };
    default:
      return route.target(ctx, params);
  }
}

/** Signing in is asked for only where being nobody is the reason, whatever the thing asked for. */
function refusal(begun: Begun, route: AnyRoute): AppError {
  const forPublic = PERMISSION_TABLE.some((row) => row.action === route.endpoint.action && row.relation === 'public');
  return new AppError(begun.actor.kind === 'public' && !forPublic ? 'UNAUTHENTICATED' : 'NOT_FOUND');
}

/**
 * Whether only the step stands in the way: nobody may do this at the present stage, the same person could at another,
 * and may read the thing as it is now, so that saying so tells nothing new. A deadline that passed a second ago is then
 * not "not found".
 */
function isElsewhere(action: string, relations: ReadonlySet<Relation>, target: TargetFacts): boolean {
  const rows = PERMISSION_TABLE.filter((row) => row.action === action);
  const now = rows.some(({ stages }) => stages === 'any' || stages.some((stage) => stage === target.stage));
  if (now || !rows.some(({ relation }) => relations.has(relation))) return false;
  return decide(PERMISSION_TABLE, `${action.split('.')[0]}.read`, relations, target.stage).allowed;
}

/** The relation an event names as the one acted in: the most particular of those the table allows the action to. */
function actingAs(action: string, relations: ReadonlySet<string>): string {
  const fitting = PERMISSION_TABLE.filter((row) => row.action === action && relations.has(row.relation));
  const particular = fitting.find(({ relation }) => relation !== 'public' && relation !== 'signed-in');
  return (particular ?? fitting[0])?.relation ?? 'public';
}

async function doAndCheck(ctx: Ctx, route: AnyRoute, work: () => Promise<unknown>): Promise<unknown> {
  const answer = await work();
  if (answer instanceof AppError || isFileAnswer(answer)) return answer;
  if (route.endpoint.method !== 'GET' && route.noEvent === undefined && ctx.recorded() === 0) {
    throw new Error(`${route.endpoint.action} changed something without an event`);
  }
  const checked = route.endpoint.answer.safeParse(answer);
  if (!checked.success)
    throw new Error(`${route.endpoint.action} answers what its schema does not say`, { cause: checked.error });
  return checked.data;
}
