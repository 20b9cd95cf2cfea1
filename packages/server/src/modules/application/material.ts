import { type ChoosableRow, headingOf, kindSpec } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { factsOf, readRows, type RowWithFiles } from '../archive/index.ts';

/** The archive rows an application of this person may take, with their files; personal fields are masked. */
export async function readMaterial(ctx: Ctx, personId: string): Promise<readonly RowWithFiles[]> {
  return readRows(ctx, personId, 'masked', { states: ['draft', 'waiting', 'verified', 'returned'] });
}

/** The rows as the rules of an application look at them. */
export function choosable(rows: readonly RowWithFiles[]): readonly ChoosableRow[] {
  return rows.map((row) => {
    const facts = factsOf(row);
    const { achievement } = kindSpec(facts.kind);
    return { id: facts.id, heading: headingOf(facts), achievement, state: facts.state };
  });
}
