import { DrawCeremony } from '../../meeting/DrawCeremony.tsx';

/** 抽取: the supervisor's side of the ceremony. */
export default function SupervisorDraw() {
  return <DrawCeremony role="supervisor" />;
}
