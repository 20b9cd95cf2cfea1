import pg from 'pg';

export interface Said {
  /** The connection it was said on. */
  readonly on: object;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Tells `listener` of every statement this process sends to PostgreSQL, before it goes out; answers what ends that. */
export function listenToStatements(listener: (said: Said) => void): () => void {
  const client: { query: (this: object, ...args: unknown[]) => unknown } = pg.Client.prototype;
  const { query } = client;
  client.query = function recorded(this: object, ...args: unknown[]) {
    const [statement, values] = args;
    const text = typeof statement === 'string' ? statement : (statement as { text?: unknown }).text;
    if (typeof text === 'string') listener({ on: this, text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, args);
  };
  return () => {
    client.query = query;
  };
}

/**
 * What requests say to PostgreSQL while `work` runs, in order, without what begins and ends their transactions. The
 * platform's own sweeps and jobs, which run beside them, are left out.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const all: string[] = [];
  const inRequest = new WeakSet<object>();
  const stop = listenToStatements(({ on, text }) => {
    if (/^begin\b/i.test(text)) {
      if (text.includes('begin_request(')) inRequest.add(on);
    } else if (/^(?:commit|rollback)$/i.test(text)) inRequest.delete(on);
    else if (inRequest.has(on)) all.push(text);
  });
  try {
    await work();
  } finally {
    stop();
  }
  return all;
}

/**
 * Until the client's transaction is rolled back, PostgreSQL knows nothing of how few rows the tables of a test hold, whether or
 * not its tidying came by meanwhile, and plans as for tables that may grow.
 */
export async function forgetStatistics(client: pg.ClientBase): Promise<void> {
  const tables = `select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  await client.query(`delete from pg_statistic where starelid in (${tables})`);
  await client.query(`update pg_class set reltuples = -1, relpages = 0 where oid in (${tables})`);
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Tables that `text` reads from end to end although sequential scans are forbidden: those for which it has no index, or only
 * one to walk along in order while most rows are thrown away; one that is of some rows only is made to be walked. Explained without its LIMIT, for whose sake few rows are
 * walked along in the small tables of a test even where an index leads to what is wanted.
 * The client's transaction is rolled back to where it was.
 */
export async function scannedBy(client: pg.ClientBase, text: string): Promise<readonly string[]> {
  await client.query('savepoint explain');
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>(
      `explain (generic_plan, format json) ${text.replace(/\slimit \$\d+\s*$/, '')}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return plan === undefined ? [] : scans(plan, await partialIndexes(client));
  } finally {
    await client.query('rollback to savepoint explain');
  }
}

async function partialIndexes(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    'select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indpred is not null',
  );
  return new Set(rows.map(({ name }) => name));
}

function scans(node: PlanNode, partial: ReadonlySet<string>): string[] {
  const below = (node.Plans ?? []).flatMap((child) => scans(child, partial));
  const { Filter: thrownAway, 'Index Name': index, 'Index Cond': condition } = node;
  const walked = index !== undefined && !partial.has(index) && condition === undefined && thrownAway !== undefined;
  return node['Node Type'] === 'Seq Scan' || walked ? [node['Relation Name'] ?? '', ...below] : below;
}
