import { DrawCeremony } from '../../meeting/DrawCeremony.tsx';

/** 抽取: the office's side of the ceremony. */
export default function OfficeDraw() {
  return <DrawCeremony role="office" />;
}
