import { RoundCeremony } from '../../meeting/RoundCeremony.tsx';

/** 表决: the projection in the room. */
export default function OfficeRound() {
  return <RoundCeremony role="office" />;
}
