import type { AnyEndpoint, AppError } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Scope } from '../db/scope.ts';
import type { StoredFile } from '../files/store.ts';
import type { Installation } from '../installation.ts';

/**
 * How the permission table learns what is acted upon.
 * - a function: loads the facts from the path parameters; null where there is no such thing
 * - `none`: the action is on no particular thing (log in, read the clock); stage `any`
 * - `own`: the thing is the caller's own (my archive); relation `applicant`
 * - `list`: a list; allowed to whoever holds a relation of the action, each item limited by `input.scope`
 */
export type Target<E extends AnyEndpoint, T extends TargetFacts> =
  | ((ctx: Ctx, params: z.output<E['params']>) => Promise<T | null> | T | null)
  | 'none'
  | 'own'
  | 'list';

/** What only HTTP knows. */
export interface HttpDoor {
  /** SHA-256 of the session token, hexadecimal; null without a session. */
  readonly session: string | null;
  /** SHA-256 of the token of a program, hexadecimal; then the session counts for nothing. */
  readonly token: string | null;
  /** Address of the caller (the /64 network of IPv6) and what their browser calls itself, at most 200 characters. */
  readonly address: string;
  readonly agent: string;
  /** A header by its name in lower case; for what another system signs. */
  readonly header: (name: string) => string | null;
  readonly openSession: (token: string, expiresAt: string) => void;
  readonly closeSession: () => void;
  /** The one file of an upload: already checked, encrypted and stored; keep its `id` in a row of your own. */
  readonly file: StoredFile | null;
  /** The bytes of a `chunk` or `signed` endpoint. */
  readonly chunk: Buffer | null;
}
/** The answer of a `download` endpoint. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Readable | Buffer;
  /** `inline` for PDF shown in the page; everything is sandboxed either way. */
  readonly disposition?: 'inline' | 'attachment';
}

export interface RouteInput<E extends AnyEndpoint, T extends TargetFacts> {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
  readonly target: T;
  /** For lists: what the caller may see; give it to `scopeWhere`. */
  readonly scope: Scope;
  readonly http: HttpDoor;
  /** What `prepare` answered. */
  readonly prepared: unknown;
}
/** What the schema says; a file where the operation is a `download`. */
export type RouteAnswer<E extends AnyEndpoint> = z.output<E['answer']> | FileAnswer;

export interface RouteOptions<E extends AnyEndpoint, T extends TargetFacts> {
  readonly target: Target<E, T>;
  /** Database role of the handler: `expert` routes reach packets, scores and ballots only. */
  readonly role?: 'expert';
  /** Why a changing route leaves no event (autosave, sessions). Without it, a change without event is refused. */
  readonly noEvent?: string;
  /**
   * Work outside the platform that must not hold a transaction nor be repeated by one (asking an identity provider): done
   * after the permission, before the transaction of `handle`, which finds the answer as `prepared`.
   */
  readonly prepare?: (installation: Installation, body: z.output<E['body']>) => Promise<unknown>;
  /** Reads and keeps nothing of the caller's: other programs may call it without our header. */
  readonly stateless?: boolean;
  /** Largest upload in bytes; 20 MiB unless told. */
  readonly maxFileBytes?: number;
  /** Calls one address may make a minute, where it must be few: guessing numbers, filing as nobody. */
  readonly perMinute?: number;
  /** The answer is thrown to refuse and roll back, or an `AppError` returned to refuse and keep what was written. */
  readonly handle: (ctx: Ctx, input: RouteInput<E, T>) => Promise<RouteAnswer<E> | AppError>;
}

/** A route with its types forgotten, as the server keeps it. */
export interface AnyRoute {
  readonly endpoint: AnyEndpoint;
  readonly target: Target<AnyEndpoint, TargetFacts>;
  readonly role: 'expert' | undefined;
  readonly noEvent: string | undefined;
  readonly stateless: boolean;
  readonly maxFileBytes: number;
  readonly perMinute: number | undefined;
  readonly prepare: ((installation: Installation, body: unknown) => Promise<unknown>) | undefined;
  readonly handle: (ctx: Ctx, input: RouteInput<AnyEndpoint, TargetFacts>) => Promise<unknown>;
}
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Binds an operation of the contract to its code. The types of endpoint, target and handler must agree. */
export function defineRoute<E extends AnyEndpoint, T extends TargetFacts = TargetFacts>(
  endpoint: E,
  options: RouteOptions<E, T>,
): AnyRoute {
  return {
    endpoint,
    target: options.target as Target<AnyEndpoint, TargetFacts>,
    role: options.role,
    noEvent: options.noEvent,
    stateless: options.stateless ?? false,
    maxFileBytes: options.maxFileBytes ?? MAX_FILE_BYTES,
    perMinute: options.perMinute,
    prepare: options.prepare as AnyRoute['prepare'],
    handle: options.handle as AnyRoute['handle'],
  };
}

export function isFileAnswer(value: unknown): value is FileAnswer {
  return typeof value === 'object' && value !== null && 'mediaType' in value && 'content' in value;
}
