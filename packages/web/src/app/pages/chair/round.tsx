import { RoundCeremony } from '../../meeting/RoundCeremony.tsx';

/** 表决: the chair's side of the ceremony. */
export default function ChairRound() {
  return <RoundCeremony role="chair" />;
}
