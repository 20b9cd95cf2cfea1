import type { Action } from '@zhiping/core';
import { z } from 'zod';

export type Transport = 'json' | 'upload' | 'chunk' | 'download' | 'signed';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const nothing = z.object({});

/**
 * One operation of the API, used by the server to route, by the client to call and by OpenAPI to describe.
 * `url` writes parameters as `:name`. `body` of an upload describes the text fields beside the one file.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Kind extends Transport = Transport,
> {
  readonly method: Method;
  readonly url: `/api/${string}`;
  /** The action of the permission table; without a row of it the server does not start. */
  readonly action: Action;
  /** One short Chinese sentence for the API description. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /**
   * `upload`: multipart with one file in. `chunk`: bytes in, nothing else. `download`: a file out; `answer` is then ignored.
   * `signed`: JSON of another system, handed on as the bytes it signed.
   */
  readonly transport: Kind;
}
export type AnyEndpoint = Endpoint;

interface Definition<P, Q, B, A, T> {
  readonly method: Method;
  readonly url: `/api/${string}`;
  readonly action: Action;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer?: A;
  readonly transport?: T;
}
type Nothing = typeof nothing;

/** Declares an operation. What is left out is the empty object. */
export function endpoint<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  A extends z.ZodType = Nothing,
  T extends Transport = 'json',
>(definition: Definition<P, Q, B, A, T>): Endpoint<P, Q, B, A, T> {
  return {
    ...definition,
    transport: definition.transport ?? ('json' as T),
    params: definition.params ?? (nothing as unknown as P),
    query: definition.query ?? (nothing as unknown as Q),
    body: definition.body ?? (nothing as unknown as B),
    answer: definition.answer ?? (nothing as unknown as A),
  };
}

/** What a caller gives: parameters, query and body as one object, each only where the endpoint has it. */
export type CallInput<E extends AnyEndpoint> = Part<'params', z.input<E['params']>> &
  Part<'query', z.input<E['query']>> &
  Part<'body', z.input<E['body']>>;
type Part<Name extends string, T> = keyof T extends never
  ? { readonly [K in Name]?: T }
  : Record<never, never> extends T
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T };
/** What a call answers: the checked body, or the bytes of a download. */
export type AnswerOf<E extends AnyEndpoint> = E['transport'] extends 'download' ? Blob : z.output<E['answer']>;
