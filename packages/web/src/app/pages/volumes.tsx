import { BatchVolumes } from '../parts/Volumes.tsx';

/** 材料装订: the bound papers of all applications of the caller's body. */
export default function VolumesPage() {
  return (
    <>
      <h1>材料装订</h1>
      <BatchVolumes />
    </>
  );
}
