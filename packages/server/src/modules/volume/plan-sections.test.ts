import { readFileSync } from 'node:fs';
import { isRowKind, parsePlan, ROW_KIND_IDS } from '@zhiping/core';
import { parseYaml } from '@zhiping/standard';
import { describe, expect, it } from 'vitest';
import { POLICY_FOLDER, planFolders } from './testing/plans.ts';
import { volumesOf } from './plan-sections.ts';

const plans = planFolders().map((folder) => ({
  folder,
  plan: parsePlan(parseYaml(readFileSync(`${POLICY_FOLDER}/${folder}/plan.yaml`, 'utf8'))),
}));

describe.each(plans)('the volumes of $folder', ({ plan }) => {
  it('name only kinds of rows there are', () => {
    const kinds = plan.documents.volumes.flatMap(({ holds }) => holds.flatMap((one) => one.kinds ?? []));
    expect(kinds.filter((kind) => !isRowKind(kind))).toEqual([]);
  });

  it('leave nothing out that is submitted, and hold no kind twice', () => {
    for (const { id } of plan.routes) {
      const sections = volumesOf(plan, id, ROW_KIND_IDS).flatMap((volume) => volume.sections);
      const held = sections.flatMap((one) => one.kinds ?? []);
      expect(held.toSorted()).toEqual([...ROW_KIND_IDS].toSorted());
    }
  });
});
