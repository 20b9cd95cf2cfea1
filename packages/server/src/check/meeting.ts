import type { Check } from './checks.ts';

/** Truths of pool, draw, meeting, packets and ballot. */
export const meetingChecks: readonly Check[] = [
  {
    name: 'draw.one-open',
    says: '一次会议最多有一次未完成的抽取',
    sql: `select meeting_id from draw where stage not in ('completed', 'abandoned') group by meeting_id having count(*) > 1`,
  },
  {
    name: 'draw.committed-before-completed',
    says: '抽取先承诺、后完成',
    sql: `select id from draw where stage in ('committed', 'revealed', 'completed') and commitment is null
      or stage in ('revealed', 'completed') and office_secret is null or (stage = 'completed') <> (transcript is not null)`,
  },
  {
    name: 'draw.secret-not-early',
    says: '监督员承诺之前没有公布的秘密值',
    sql: `select id from draw where office_secret is not null and committed_at is null`,
  },
  {
    name: 'seat.drawn',
    says: '除主任委员外，每个席位都来自抽取',
    sql: `select s.id from seat s join meeting m on m.id = s.meeting_id
      where s.code is null and s.person_id <> m.chair_person_id`,
  },
  {
    name: 'seat.not-too-many',
    says: '占席人数不超过评委会人数',
    sql: `select s.meeting_id from seat s join meeting m on m.id = s.meeting_id
      where s.state in ('invited', 'accepted') group by s.meeting_id, m.members having count(*) > m.members`,
  },
  {
    name: 'seat.not-own-case',
    says: '申报人不在评审自己的会议中占席',
    sql: `select s.id from seat s join meeting_case c on c.meeting_id = s.meeting_id
      and c.applicant_person_id = s.person_id where s.state = 'accepted'`,
  },
  {
    name: 'seat.pledged',
    says: '接受邀请的专家都作出了纪律承诺',
    sql: `select id from seat where state = 'accepted' and pledged_at is null`,
  },
  {
    name: 'meeting.case-stage',
    says: '表决前，会议中的申报都在评审会议环节或已取消',
    sql: `select c.application_id from meeting_case c join meeting m on m.id = c.meeting_id
      join application a on a.id = c.application_id
      where m.stage in ('preparing', 'drawn', 'reviewing', 'voting') and a.stage not in ('in-meeting', 'cancelled')`,
  },
  {
    name: 'packet.frozen-once',
    says: '评议开始后，会议的每份申报都有一份案卷',
    sql: `select c.packet_id from meeting_case c join meeting m on m.id = c.meeting_id
      left join packet.packet p on p.id = c.packet_id
      where m.stage in ('reviewing', 'voting', 'voted') and p.id is null`,
  },
  {
    name: 'packet.score-sum',
    says: '评分合计等于各项之和',
    sql: `select packet_id from packet.score
      where total <> (select sum(value::int) from jsonb_each_text(factors))`,
  },
  {
    name: 'round.quorum',
    says: '开始投票的表决都达到法定人数',
    sql: `select id from ballot_round where present is not null
      and present * (rules->'quorum'->>'denominator')::int < members * (rules->'quorum'->>'numerator')::int`,
  },
  {
    name: 'round.attendance',
    says: '出席人数不超过签到人数',
    sql: `select r.id from ballot_round r where r.present >
      (select count(*) from attendance a where a.round_id = r.id)`,
  },
  {
    name: 'round.counts',
    says: '每份申报的各类票数之和等于出席人数',
    sql: `select r.id from ballot_round r cross join jsonb_array_elements(r.result) one where r.state = 'counted'
      and (one->>'yes')::int + (one->>'no')::int + (one->>'abstain')::int + (one->>'recused')::int
        + (one->>'missing')::int <> r.present`,
  },
  {
    name: 'round.decided-by-fraction',
    says: '通过与否与整数比一致',
    sql: `select r.id from ballot_round r cross join jsonb_array_elements(r.result) one where r.state = 'counted'
      and (one->>'passed')::boolean <> ((one->>'yes')::int > 0 and
        (one->>'yes')::int * (r.rules->'pass'->>'denominator')::int
          >= (one->>'n')::int * (r.rules->'pass'->>'numerator')::int)`,
  },
  {
    name: 'round.result-applied',
    says: '表决通过的申报进入公示，未通过的结束',
    sql: `select c.application_id from ballot_round r cross join jsonb_array_elements(r.result) one
      join meeting_case c on c.packet_id = (one->>'packetId')::uuid join application a on a.id = c.application_id
      where r.state = 'counted' and ((one->>'passed')::boolean = (a.stage = 'not-passed') or a.stage = 'in-meeting')`,
  },
  {
    name: 'round.destroyed',
    says: '已结束的表决没有留下选票和密钥',
    sql: `select r.id from ballot_round r where r.state in ('counted', 'void')
      and (r.wrapped_box is not null or r.handed_share is not null
        or exists (select from packet.envelope e where e.round_id = r.id))`,
  },
  {
    name: 'envelope.one-size',
    says: '一轮的选票大小相同，人数等于出席人数',
    sql: `select r.id from ballot_round r join packet.envelope e on e.round_id = r.id
      group by r.id, r.present having count(distinct length(e.sealed)) > 1 or count(*) <> r.present`,
  },
];
