import type { ReactNode } from 'react';
import { useAddressState } from '../address.ts';
import { useMe } from '../session.ts';

/** The unit whose matters are shown; staff of several choose, and the choice stands in the address. */
export function useUnit(): { readonly unitId: string; readonly choice: ReactNode } {
  const address = useAddressState();
  const units = (useMe().data?.relations ?? []).filter(({ relation }) => relation === 'unit');
  const asked = address.get('unit');
  const unitId = units.find(({ subjectId }) => subjectId === asked)?.subjectId ?? units[0]?.subjectId ?? '';
  if (units.length < 2) return { unitId, choice: null };
  const choice = (
    <label className="zp-field">
      <span className="zp-field-label">单位</span>
      <select className="zp-input" value={unitId} onChange={(event) => address.set({ unit: event.target.value })}>
        {units.map(({ subjectId, subjectName }) => (
          <option key={subjectId} value={subjectId}>
            {subjectName}
          </option>
        ))}
      </select>
    </label>
  );
  return { unitId, choice };
}
