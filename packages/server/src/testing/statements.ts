import pg from 'pg';

/**
 * What requests say to PostgreSQL while `work` runs, in order, without what begins and ends their transactions. The
 * platform's own sweeps and jobs, which run beside them, are left out.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const said: string[] = [];
  const inRequest = new WeakSet<object>();
  const { prototype } = pg.Client as unknown as { prototype: { query: (...args: unknown[]) => unknown } };
  const { query } = prototype;
  prototype.query = function recorded(this: object, ...args: unknown[]) {
    const [statement] = args;
    const text = typeof statement === 'string' ? statement : (statement as { text?: unknown }).text;
    if (typeof text === 'string') {
      if (/^begin\b/i.test(text)) {
        if (text.includes('begin_request(')) inRequest.add(this);
      } else if (/^(?:commit|rollback)$/i.test(text)) inRequest.delete(this);
      else if (inRequest.has(this)) said.push(text);
    }
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return said;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Tables that `text` reads from end to end although sequential scans are forbidden: those for which it has no index.
 * The client's transaction is rolled back to where it was.
 */
export async function scannedBy(client: pg.ClientBase, text: string): Promise<readonly string[]> {
  await client.query('savepoint explain');
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>(
      `explain (generic_plan, format json) ${text}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return plan === undefined ? [] : scans(plan);
  } finally {
    await client.query('rollback to savepoint explain');
  }
}

function scans(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(scans);
  return node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? '', ...below] : below;
}
