import { RosterPage } from './roster-page.tsx';

/** 花名册与报送 of an authority, with the letter that entrusts the committee. */
export default function AuthorityRoster() {
  return <RosterPage entrust />;
}
