import { listMeetings } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, formatDate, Loading } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';
import { STAGE_WORDS } from './words.ts';

/** Meetings the caller has to do with, as links below `base`. */
export function MeetingList({ base, empty }: { base: string; empty: string }) {
  const meetings = useEndpoint(listMeetings, {});
  if (meetings.error) return <ErrorNote error={meetings.error} onRetry={() => void meetings.refetch()} />;
  if (!meetings.data) return <Loading />;
  if (meetings.data.meetings.length === 0) return <Empty title="还没有评审会议">{empty}</Empty>;
  return (
    <ul className="zp-list zp-stack">
      {meetings.data.meetings.map((meeting) => (
        <li key={meeting.id} className="zp-card">
          <h2>
            <Link to={`${base}/${meeting.id}`}>{meeting.title}</Link>
          </h2>
          <p className="zp-muted">
            {formatDate(meeting.heldOn)}，{meeting.venue}；委员 {meeting.members} 人，申报 {meeting.cases} 份
          </p>
          <p>{STAGE_WORDS[meeting.stage]}</p>
        </li>
      ))}
    </ul>
  );
}
