import { type SearchHit, standardIn } from '@zhiping/contract';
import {
  dictionaryOf,
  fold,
  NO_WORDS,
  searchQuery,
  type SearchTerm,
  type SearchWords,
  searchWordsSchema,
} from '@zhiping/core';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { findPolicy, listPublished } from './read-policy.ts';

export interface SearchAsked {
  readonly q: string;
  readonly pack?: string | undefined;
  readonly level?: string | undefined;
}
export interface SearchFound {
  readonly items: SearchHit[];
  readonly total: number;
  readonly words: string[];
}

const MOST = 50;
/** How much a word found says, by where it stands. */
const WEIGHTS = { text: 8, keywords: 4, context: 2 } as const;

/**
 * Finds what of the published versions fits a question. A known word has to be found with at least half of the others;
 * pieces of unknown text only help the order. Best first: more words, then nearer to the words of the text itself.
 */
export async function searchPolicies(ctx: Ctx, asked: SearchAsked): Promise<SearchFound> {
  const published = (await listPublished(ctx)).filter(({ pack }) => asked.pack === undefined || pack === asked.pack);
  const { words, dictionary, levels } = await searchTools(ctx);
  const query = searchQuery(asked.q, words, dictionary);
  // 高工怎么评: a title in the question says which level, and is not a word to look for, unless it is all there is.
  const { level, terms } = levelAsked(query.terms, asked.level, levels);
  if (published.length === 0 || (query.label === null && terms.length === 0)) {
    return { items: [], total: 0, words: [] };
  }
  const versions = sql`(${sql.join(published.map(({ pack, number }) => sql`(${pack}, ${number}::int)`))})`;
  const byLabel = query.label === null ? null : byLabelOf(query.label);
  const { fits, score } = byLabel ?? byWordsOf(terms);
  const { rows } = await sql<SearchHit & { total: number }>`
    select e.pack, e.number, v.name as policy, e.kind, e.anchor, e.level, e.label, e.text, e.context,
           count(*) over ()::int as total
    from policy_entry e join policy_version v using (pack, number)
    where (e.pack, e.number) in ${versions}
      and ${level === undefined ? sql`true` : sql`(e.level = ${level} or e.level is null)`}
      and ${fits}
    order by ${score} desc, similarity(e.text, ${fold(asked.q)}) desc, e.pack, e.ordinal
    limit ${MOST}`.execute(ctx.tx);
  return {
    items: rows.map(({ total: _total, ...hit }) => hit),
    total: rows[0]?.total ?? 0,
    words: terms.flatMap((term) => term.words),
  };
}

function levelAsked(
  terms: readonly SearchTerm[],
  asked: string | undefined,
  levels: ReadonlyMap<string, string>,
): { readonly level: string | undefined; readonly terms: readonly SearchTerm[] } {
  const others = terms.filter((term) => !term.words.some((word) => levels.has(word)));
  const named = terms.flatMap((term) => term.words.flatMap((word) => levels.get(word) ?? []));
  const [level] = named;
  if (others.length === 0 || level === undefined || new Set(named).size > 1) return { level: asked, terms };
  return { level: asked ?? level, terms: others };
}

interface Ranking {
  readonly fits: RawBuilder<unknown>;
  readonly score: RawBuilder<unknown>;
}

const byLabelOf = (label: string): Ranking => {
  // Labels are kept as printed, with narrow brackets.
  const start = `${label.replaceAll(/[%_\\]/g, '')}%`;
  return { fits: sql`e.label like ${start}`, score: sql`(e.label = ${label})::int * 2 + (e.kind = 'condition')::int` };
};

function byWordsOf(terms: readonly SearchTerm[]): Ranking {
  const patterns = (term: SearchTerm) =>
    sql`${term.words.map((word) => `%${word.replaceAll(/[%_\\]/g, '')}%`)}::text[]`;
  const whole = terms.filter((term) => !term.piece);
  const needed = whole.length > 0 ? whole : terms;
  const least = Math.max(1, Math.ceil(needed.length / 2));
  const found = (all: readonly SearchTerm[]) =>
    sql.join(
      all.map((term) => sql`(e.haystack like any (${patterns(term)}))::int`),
      sql` + `,
    );
  const weight = (term: SearchTerm) => {
    const like = patterns(term);
    const value = sql`case when lower(e.text) like any (${like}) then ${sql.lit(WEIGHTS.text)}
      when lower(e.keywords) like any (${like}) then ${sql.lit(WEIGHTS.keywords)}
      when e.haystack like any (${like}) then ${sql.lit(WEIGHTS.context)} else 0 end`;
    return term.piece ? sql`(${value}) / 2` : value;
  };
  return {
    // The first part can use the trigram index.
    fits: sql`e.haystack like any (${needed.flatMap((term) =>
      term.words.map((word) => `%${word.replaceAll(/[%_\\]/g, '')}%`),
    )}::text[]) and ${found(needed)} >= ${least}`,
    // What carries a printed label of its own is what people quote; readings and definitions come after conditions.
    score: sql`(${found(needed)}) * 100 + (e.label <> '')::int * 2 + (e.kind in ('condition', 'question'))::int * 2 + ${sql.join(terms.map(weight), sql` + `)}`,
  };
}

interface SearchTools {
  readonly words: SearchWords;
  readonly dictionary: readonly string[];
  /** Level of a title by its names. */
  readonly levels: ReadonlyMap<string, string>;
}
/** The dictionary belongs to the published words and vocabulary; it is built again when either changes. */
let remembered: { readonly key: string; readonly tools: SearchTools } | null = null;

async function searchTools(ctx: Ctx): Promise<SearchTools> {
  const published = await listPublished(ctx);
  const words = published.find(({ kind }) => kind === 'words');
  const standards = published.filter(({ kind }) => kind === 'standard');
  const key = [words, ...standards].map((policy) => policy?.hash ?? '').join(' ');
  if (remembered?.key === key) return remembered.tools;
  const list = words
    ? searchWordsSchema.parse((await findPolicy(ctx, { by: 'hash', hash: words.hash }))?.content)
    : NO_WORDS;
  const others = new Set<string>();
  const levels = new Map<string, string>();
  for (const { hash } of standards) {
    const stored = await findPolicy(ctx, { by: 'hash', hash });
    const pack = stored && standardIn(stored);
    for (const { word } of pack?.definitions ?? []) others.add(word);
    for (const { id, label, aliases } of pack?.vocabulary.scales['title-level'].words ?? []) {
      for (const word of [label, ...aliases]) levels.set(fold(word), id);
    }
    for (const scale of Object.values(pack?.vocabulary.scales ?? {})) {
      for (const { label, aliases } of scale.words) for (const word of [label, ...aliases]) others.add(word);
    }
  }
  const tools = { words: list, levels, dictionary: dictionaryOf(list, others) };
  remembered = { key, tools };
  return tools;
}
