import type { MergeEffects as Effects, MergeState, MovedKind } from '@zhiping/contract';
import { relationName } from '../pages/administration/words.ts';
import { Facts } from './Field.tsx';

const MOVED_NAMES = {
  'archive-rows': '业绩档案',
  evidence: '佐证材料',
  photos: '证件照',
  certificates: '证书',
  memberships: '单位人员登记',
  'pool-entries': '专家库登记',
  consultations: '申报前提出的事项',
  attestations: '单位证明',
  appointments: '聘任',
  registrations: '单位登记申请',
  messages: '消息',
  'privacy-requests': '个人信息请求',
  tokens: '接口令牌',
  webhooks: '推送',
  identities: '统一身份',
} as const satisfies Record<MovedKind, string>;

const MEASURES: Partial<Record<MovedKind, string>> = {
  'archive-rows': '项',
  evidence: '份',
  photos: '张',
  certificates: '本',
  messages: '条',
};

export const MERGE_STATE_NAMES = {
  code: '等待验证码',
  proved: '已证明是本人的，还没有申请',
  waiting: '等待安全管理员确认',
  lapsed: '已过期',
  withdrawn: '已撤回',
  refused: '未同意',
  done: '已合并',
} as const satisfies Record<MergeState, string>;

/** 会转过去的内容: what a merge moves, and what stands in its way. */
export function MergeEffects({ effects }: { effects: Effects }) {
  const { moves, applications, relations, obstacles } = effects;
  const nothing = moves.length === 0 && applications.length === 0 && relations.length === 0;
  return (
    <>
      {obstacles.length === 0 ? null : (
        <section className="zp-card zp-stack" aria-label="现在不能合并">
          <h3>现在不能合并</h3>
          <ul className="zp-stack">
            {obstacles.map(({ kind, says, what }) => (
              <li key={kind}>
                {says}。<br />
                <span className="zp-muted">{what}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="zp-stack" aria-label="会转过去的内容">
        <h3>会转过去的内容</h3>
        {nothing ? <p>要并入的账户里没有内容。</p> : null}
        <Facts of={moves.map(({ kind, count }) => [MOVED_NAMES[kind], `${count} ${MEASURES[kind] ?? '件'}`])} />
        {applications.length === 0 ? null : (
          <ul aria-label="申报">
            {applications.map(({ number, plan, year, stageName }) => (
              <li key={number}>
                申报 {number}：{plan}（{year} 年），{stageName}
              </li>
            ))}
          </ul>
        )}
        {relations.length === 0 ? null : (
          <ul aria-label="身份">
            {relations.map(({ relation, subjectName }) => (
              <li key={`${relation} ${subjectName}`}>
                身份：{relationName(relation)}（{subjectName}）
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
