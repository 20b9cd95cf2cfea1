import { MinutesSheet } from '../../meeting/MinutesSheet.tsx';

/** 会议纪要. */
export default function SupervisorMinutes() {
  return <MinutesSheet />;
}
