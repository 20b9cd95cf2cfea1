/** The dossier while it is filled in: plain JSON, a thing left out is unknown. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Draft = { readonly [name: string]: Json };
export type Path = readonly (string | number)[];

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; undefined where nothing does. */
export function read(draft: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = draft;
  for (const part of path) {
    if (Array.isArray(at)) at = at[Number(part)];
    else if (isObject(at)) at = at[part];
    else return undefined;
  }
  return at;
}

/** A new draft with the value at the path; undefined takes it out again, and with it a group left empty. */
export function write(draft: Draft, path: Path, value: Json | undefined): Draft {
  return (put(draft, path, value) ?? {}) as Draft;
}

function put(at: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (typeof part === 'number') {
    const list = Array.isArray(at) ? [...(at as Json[])] : [];
    const next = put(list[part], rest, value);
    if (next === undefined && rest.length > 0) list[part] = {};
    else if (next === undefined) list.splice(part, 1);
    else list[part] = next;
    return list;
  }
  const group = isObject(at) ? { ...at } : {};
  const next = put(group[part], rest, value);
  if (next === undefined) delete group[part];
  else group[part] = next;
  return Object.keys(group).length === 0 ? undefined : group;
}

/** The records of a list; null where it is unknown whether there are any. */
export function records(draft: Draft, list: string): readonly Draft[] | null {
  const found = draft[list];
  return Array.isArray(found) ? (found as readonly Draft[]) : null;
}

/** The text of a field; empty where there is none. */
export function textOf(record: Draft, name: string): string {
  const value = record[name];
  return typeof value === 'string' ? value : '';
}

/** An id for the next achievement, unlike every present one: 业绩1, 业绩2, … */
export function nextId(draft: Draft): string {
  const used = new Set((records(draft, 'achievements') ?? []).map((record) => record['id']));
  let number = used.size + 1;
  while (used.has(`业绩${number}`)) number += 1;
  return `业绩${number}`;
}
