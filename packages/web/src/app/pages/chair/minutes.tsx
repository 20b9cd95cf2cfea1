import { MinutesSheet } from '../../meeting/MinutesSheet.tsx';

/** 会议纪要, to read and sign. */
export default function ChairMinutes() {
  return <MinutesSheet />;
}
