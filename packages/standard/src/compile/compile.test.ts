import { describe, expect, test } from 'vitest';
import type { StandardPack } from '../language/pack.ts';
import { loadPack, standardFolders } from '../packs/testing/pack-files.ts';
import { LN_2024_ENG } from '../packs/testing/plans.ts';
import { agreement } from './agreement.ts';

const DOSSIERS = 60;

/** A day on which the standard is in force. */
const dayOf = ({ document }: StandardPack): string => {
  const day = '2024-07-15';
  return day >= document.inForceFrom && (document.repealedOn === null || day < document.repealedOn)
    ? day
    : document.inForceFrom;
};

describe.each(standardFolders())('%s', (folder) => {
  const { pack } = loadPack(folder);
  test.each(pack.levels.map((level) => [level.level, level] as const))(
    '%s：向量形式的说明与闭包形式逐字节相同',
    (_name, level) => {
      const plan = pack.jurisdiction === 'liaoning' ? LN_2024_ENG : undefined;
      expect(agreement(pack, level, undefined, dayOf(pack), DOSSIERS, 11).differences).toEqual([]);
      if (plan) expect(agreement(pack, level, plan, plan.asOf, DOSSIERS, 12).differences).toEqual([]);
    },
  );
});
