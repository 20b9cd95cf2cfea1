/** A value that JSON can carry exactly. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Thrown where a value has no canonical form; `path` says where, e.g. `$.rows[2].at`. */
export class NotCanonicalError extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = 'NotCanonicalError';
    this.path = path;
  }
}

/**
 * The one JSON text of a value (RFC 8785): keys in UTF-16 order, no spaces, shortest numbers. Two parties that agree on
 * the value agree on every byte, so hashes of it can be compared. Refuses what JSON would silently drop or bend:
 * undefined, NaN, infinities, bigint, dates and other class instances, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new NotCanonicalError(path, 'lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonicalError(path, 'not a finite number');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    case 'undefined':
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new NotCanonicalError(path, `${typeof value} has no JSON form`);
    default:
      throw new NotCanonicalError(path, 'unknown type');
  }
}

function writeArray(items: readonly unknown[], path: string): string {
  const parts: string[] = [];
  // An index loop, because holes in a sparse array are skipped by the array methods.
  for (let index = 0; index < items.length; index += 1) parts.push(write(items[index], `${path}[${index}]`));
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonicalError(path, 'not a plain object');
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${write(key, path)}:${write(item, `${path}.${key}`)}`).join(',')}}`;
}
