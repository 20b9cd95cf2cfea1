import { MeetingList } from '../../meeting/MeetingList.tsx';

/** 主持的会议. */
export default function ChairMeetings() {
  return (
    <div className="zp-stack">
      <h1>主持的会议</h1>
      <MeetingList base="/chair/meetings" empty="您主持的会议会出现在这里。" />
    </div>
  );
}
