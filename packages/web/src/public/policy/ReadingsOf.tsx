import type { Reading, StandardPack } from '@zhiping/standard';
import { useId } from 'react';
import { Link } from '../router.tsx';
import { clauseAddress } from './clause-address.ts';

/** The readings a condition rests on, behind one button: what was asked of the text and what was taken. */
export function ReadingsOf({ readings, pack }: { readings: readonly Reading[]; pack: StandardPack }) {
  const id = useId();
  if (readings.length === 0) return null;
  return (
    <>
      <button type="button" className="zp-link zp-small zp-reading-link zp-nowrap" popoverTarget={id}>
        解读 {readings.length} 条
      </button>
      <span id={id} popover="auto" className="zp-definition" role="note">
        {readings.map((reading) => (
          <span key={reading.id} className="zp-reading-short">
            <Link href={clauseAddress(pack.id, `reading-${reading.id}`)}>{reading.question}</Link>
            <span>
              <strong>取：</strong>
              {reading.meanings[reading.chosen] ?? reading.chosen}
            </span>
          </span>
        ))}
      </span>
    </>
  );
}
