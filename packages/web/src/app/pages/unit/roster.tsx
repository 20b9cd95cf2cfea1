import { RosterPage } from '../authority/roster-page.tsx';

/** 花名册 of a unit. */
export default function UnitRoster() {
  return <RosterPage entrust={false} />;
}
