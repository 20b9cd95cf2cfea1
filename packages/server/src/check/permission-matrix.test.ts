import { join } from 'node:path';
import { PERMISSION_TABLE } from '@zhiping/core';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../modules/index.ts';
import { REPOSITORY } from '../start/settings.ts';
import { permissionMatrix } from './permission-matrix.ts';

describe('the permission matrix', () => {
  it('is the one in docs; a changed table shows in its difference (update with `vitest -u`)', async () => {
    await expect(permissionMatrix(ROUTES)).toMatchFileSnapshot(join(REPOSITORY, 'docs', '权限矩阵.md'));
  });

  it('says of every row where it comes from', () => {
    expect(PERMISSION_TABLE.filter(({ source }) => source.trim().length < 4)).toEqual([]);
  });

  it('has no row twice', () => {
    const keys = PERMISSION_TABLE.map(({ action, relation, stages }) => `${action} ${relation} ${String(stages)}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('hides only fields that answers may do without, and names only fields that answers have', () => {
    const problems: string[] = [];
    for (const row of PERMISSION_TABLE) {
      if (row.fields === 'all') continue;
      const visible = new Set(row.fields);
      const known = new Set<string>();
      const answers = ROUTES.filter(({ endpoint }) => endpoint.action === row.action);
      for (const { endpoint, target } of answers) {
        const shape =
          (endpoint.answer as { shape?: Record<string, { safeParse: (value: unknown) => { success: boolean } }> })
            .shape ?? {};
        for (const [field, schema] of Object.entries(shape)) {
          known.add(field);
          const hidden = !visible.has(field) && target !== 'list' && endpoint.transport !== 'download';
          if (hidden && !schema.safeParse(undefined).success) {
            problems.push(`${row.action} for ${row.relation} hides ${field} of ${endpoint.url}, which is not optional`);
          }
        }
      }
      // Items of lists are projected one by one under the same action.
      if (answers.length > 0 && answers.every(({ target }) => target !== 'list')) {
        for (const field of visible)
          if (!known.has(field)) problems.push(`${row.action} names ${field}, which no answer has`);
      }
    }
    expect(problems).toEqual([]);
  });
});
