import type pg from 'pg';

/**
 * Roles of the database. Requests run as `zhiping_app`, routes of experts as `zhiping_expert` (packets, scores and
 * ballots only), the platform's own work as `zhiping_jobs`. Row level security binds all of them.
 */
export const ROLES = ['zhiping_app', 'zhiping_expert', 'zhiping_jobs'] as const;
export type DatabaseRole = (typeof ROLES)[number];

/** What an operator of a PostgreSQL service runs once where our login may not create roles. */
export function rolesScript(login: string): string {
  const quoted = `"${login.replaceAll('"', '""')}"`;
  return [
    ...ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    `GRANT ${ROLES.join(', ')} TO ${quoted};`,
    'CREATE EXTENSION IF NOT EXISTS pg_trgm;',
  ].join('\n');
}

export class RolesMissing extends Error {
  readonly script: string;
  constructor(login: string, cause: unknown) {
    const script = rolesScript(login);
    super(`数据库账户 ${login} 不能创建角色。请数据库管理员先运行下面的语句，再启动：\n\n${script}\n`, { cause });
    this.script = script;
  }
}

/** Creates the roles where they are missing and makes the login a member, so that it may SET LOCAL ROLE. */
export async function ensureRoles(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ login: string; missing: string[]; foreign: string[] }>(
    `select current_user as login,
       array(select r from unnest($1::text[]) r where not exists (select from pg_roles where rolname = r)) as missing,
       array(select r from unnest($1::text[]) r where exists (select from pg_roles p where rolname = r
         and not pg_has_role(current_user, p.oid, 'SET'))) as foreign`,
    [[...ROLES]],
  );
  const [state] = rows;
  if (!state) return;
  try {
    // Two servers may start on one service at once: the second finds the role made, which is what it wants.
    for (const role of state.missing) {
      await client.query(
        `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      );
    }
    for (const role of [...state.missing, ...state.foreign]) {
      await client.query(`grant ${role} to "${state.login.replaceAll('"', '""')}"`);
    }
  } catch (error) {
    if ((error as { code?: string }).code === '42501') throw new RolesMissing(state.login, error);
    throw error;
  }
}
