import { RoundCeremony } from '../../meeting/RoundCeremony.tsx';

/** 表决: the supervisor's side of the ceremony. */
export default function SupervisorRound() {
  return <RoundCeremony role="supervisor" />;
}
