import { UnitList } from './UnitList.tsx';

/** 单位名录 of an authority: the units it registers, with their renaming, merger and closing. */
export default function UnitRegister() {
  return (
    <div className="zp-stack">
      <h1>单位名录</h1>
      <UnitList to="/authority/unit-register" />
    </div>
  );
}
