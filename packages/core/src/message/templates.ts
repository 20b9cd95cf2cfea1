/** How one kind of message reads. Slots are written `{name}`; every slot of `title`, `body` must be given. */
export interface MessageTemplate {
  readonly id: TemplateId;
  /** What the office calls it. */
  readonly name: string;
  readonly title: string;
  readonly body: string;
  /** Important enough for a text message on the phone. */
  readonly phone: boolean;
  /** Goes by mail too. */
  readonly mail: boolean;
}

export const TEMPLATE_IDS = [
  'application.your-turn',
  'application.returned',
  'application.fee',
  'application.publicity',
  'application.held',
  'application.stopped',
  'application.succeeded',
  'application.due-soon',
  'archive.listed',
  'work.one',
  'work.today',
  'staff.digest',
  'office.notice',
  'account.merge-asked',
  'account.merge-done',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/**
 * The texts, as data. They name stages as the plan does and hold nothing personal but what is the recipient's own:
 * the number of the application, never a name, a reason or a clause somebody wrote.
 */
export const MESSAGE_TEMPLATES: Readonly<Record<TemplateId, MessageTemplate>> = {
  'application.your-turn': {
    id: 'application.your-turn',
    name: '轮到申报人办理',
    title: '您的申报进入“{stage}”，请办理',
    body: '申报 {number} 已进入“{stage}”环节，等待您办理。{until}请登录平台，在“我的申报”中查看。',
    phone: true,
    mail: true,
  },
  'application.returned': {
    id: 'application.returned',
    name: '退回',
    title: '您的申报被“{from}”退回，请补正',
    body: '申报 {number} 由“{from}”环节退回，共 {count} 项需要补正。{until}每一项的问题和办法请登录平台，在“我的申报”中查看。',
    phone: true,
    mail: true,
  },
  'application.fee': {
    id: 'application.fee',
    name: '缴费通知',
    title: '请缴纳评审费 {yuan} 元',
    body: '申报 {number} 已进入“{stage}”环节，请缴纳评审费 {yuan} 元，转账附言写“{reference}”。{until}收款账户请登录平台，在该申报的“评审费”中查看；请勿向其他账户转账。',
    phone: true,
    mail: true,
  },
  'application.publicity': {
    id: 'application.publicity',
    name: '开始公示',
    title: '您的申报开始公示',
    body: '申报 {number} 在“{stage}”环节开始公示，自 {from} 至 {to}。',
    phone: false,
    mail: true,
  },
  'application.held': {
    id: 'application.held',
    name: '暂缓',
    title: '您的申报在“{stage}”环节暂缓办理',
    body: '申报 {number} 在“{stage}”环节暂缓办理，理由请登录平台，在“我的申报”中查看。',
    phone: false,
    mail: true,
  },
  'application.stopped': {
    id: 'application.stopped',
    name: '申报结束',
    title: '您的申报已结束：{stage}',
    body: '申报 {number} 在“{from}”环节结束，结果为“{stage}”。理由和可以采取的办法请登录平台，在“我的申报”中查看。',
    phone: true,
    mail: true,
  },
  'application.succeeded': {
    id: 'application.succeeded',
    name: '全部办完',
    title: '您的申报已办完：{stage}',
    body: '申报 {number} 的全部环节已经办完，结果为“{stage}”。请登录平台查看结果和证书。',
    phone: true,
    mail: true,
  },
  'application.due-soon': {
    id: 'application.due-soon',
    name: '期限将到',
    title: '“{stage}”将于{until}截止',
    body: '您有申报停在“{stage}”环节，将于{until}截止，还没有办理。逾期的后果请登录平台，在“我的申报”中查看。',
    phone: true,
    mail: true,
  },
  'archive.listed': {
    id: 'archive.listed',
    name: '名单中的结果写入档案',
    title: '{list}名单中有您的结果，已写入业绩档案',
    body: '{list}名单（来源：{source}）中有您的结果，已写入您的业绩档案，视为已核验。请登录平台，在“业绩档案”中核对；与事实不符的，可以在该项中提出。',
    phone: false,
    mail: true,
  },
  'work.one': {
    id: 'work.one',
    name: '单位有一件待办',
    title: '一件申报进入“{stage}”，请办理',
    body: '申报 {number} 已进入“{stage}”环节，等待贵单位办理。{until}请登录平台，在“待办”中查看。',
    phone: false,
    mail: true,
  },
  'work.today': {
    id: 'work.today',
    name: '今天有新的待办',
    title: '今天有申报进入“{stage}”',
    body: '今天有新的申报进入“{stage}”环节，等待办理。今天同一环节再有申报进入不另行通知，请登录平台，在待办中查看。',
    phone: false,
    mail: false,
  },
  'staff.digest': {
    id: 'staff.digest',
    name: '每日汇总',
    title: '{day}：{total} 件等待办理，{due} 件三天内到期',
    body: '{lines}',
    phone: false,
    mail: true,
  },
  'office.notice': {
    id: 'office.notice',
    name: '办公室通知',
    title: '{title}',
    body: '{body}',
    phone: true,
    mail: true,
  },
  'account.merge-asked': {
    id: 'account.merge-asked',
    name: '申请账户合并',
    title: '有人申请把您的两个账户合并',
    body: '已有人证明能使用您的账户 {username}，并申请把它并入您的另一个账户，等待平台安全管理员确认。合并后不能恢复。不是本人申请的，请立即登录平台，在“账户安全”的“合并账户”中撤回，修改密码，并联系平台安全管理员。',
    phone: true,
    mail: true,
  },
  'account.merge-done': {
    id: 'account.merge-done',
    name: '账户已合并',
    title: '您的两个账户已合并',
    body: '账户 {username} 已并入您的另一个账户，其中的内容都已转过去。今后请用保留的账户登录。不是本人申请的，请立即联系平台安全管理员。',
    phone: true,
    mail: true,
  },
};

/** Values of slots; whole numbers are written as they are. */
export type Slots = Readonly<Record<string, string | number>>;

/**
 * Fills a template in. What a slot holds is put in as it is: a brace in it is not taken for another slot.
 * @throws Error where a slot has no value, which is a mistake of ours
 */
export function renderMessage(id: TemplateId, slots: Slots): { readonly title: string; readonly body: string } {
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`${id} needs ${name}`);
      return String(value);
    });
  const { title, body } = MESSAGE_TEMPLATES[id];
  return { title: fill(title), body: fill(body) };
}

/** A template with an invented case, for the preview. */
export function sampleMessage(id: TemplateId): { readonly title: string; readonly body: string } {
  return renderMessage(id, { ...SAMPLE, ...SAMPLE_OF[id] });
}
const SAMPLE: Slots = {
  number: '2024-000123',
  stage: '资格审查',
  from: '资格审查',
  to: '2024年7月12日',
  until: '截止时间为2024年7月12日24:00。',
  count: 3,
  yuan: '280',
  reference: 'SB2024000123',
  day: '2024年7月8日',
  total: 42,
  due: 5,
  lines: '资格审查：42 件，其中 5 件三天内到期。',
  list: '考试成绩',
  source: '省考试机构公布的合格人员名单',
  username: 'u123456789',
  title: '关于答辩时间的通知',
  body: '请于 7 月 12 日 9:00 前到场。',
};
/** Where a slot means something else. */
const SAMPLE_OF: Partial<Readonly<Record<TemplateId, Slots>>> = {
  'application.publicity': { stage: '结果公示', from: '2024年7月8日' },
  'application.stopped': { stage: '不予受理' },
  'application.succeeded': { stage: '取得证书' },
  'application.fee': { stage: '缴纳评审费' },
  'application.returned': { stage: '网上申报' },
  'application.due-soon': { stage: '网上申报', until: '2024年7月12日24:00' },
};
