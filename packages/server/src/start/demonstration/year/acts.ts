import {
  answerObjection,
  approveStampedPage,
  associationApprove,
  associationRefuse,
  authorityApprove,
  authorityRefuse,
  authorityReturn,
  cancelApplication,
  type Client,
  concludeUnitPublicity,
  confirmFee,
  fileObjection,
  handInSlip,
  invalidateUnitPublicity,
  listObjections,
  officePass,
  officeRefuse,
  officeReturn,
  openCheck,
  readApplicationPublicity,
  readCasePost,
  readCheck,
  readFee,
  readPaper,
  readSealing,
  receiveFullPaper,
  recordAppraisal,
  recordCasePost,
  redirectSeal,
  returnSlip,
  returnStampedPage,
  saveCheckItems,
  savePaper,
  sendToUnit,
  startPublicity,
  submitApplication,
  submitStampedPage,
  unitAccept,
  unitReturn,
  unlockSubmission,
  waiveFee,
  withdrawApplication,
  editApplication,
} from '@zhiping/contract';
import { summaryOf } from './begin.ts';
import { workdayAfter } from './march.ts';
import { type Case, staffOf, type World } from './world.ts';

/** What an act works on: the case as it stands now. */
export interface At {
  readonly world: World;
  readonly one: Case;
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly authorityId: string | null;
  readonly associationId: string | null;
}
/** Does its step and answers the date on which the case goes on. */
type Act = (at: At) => Promise<string>;

const RETURNED = [
  {
    place: 'form.self-report',
    label: '',
    problem: '述职没有写明本人承担的部分',
    whatToDo: '请逐项写明本人完成的具体工作',
  },
  { place: 'form.basics', label: '', problem: '单位名称与公章不一致', whatToDo: '请改为公章上的名称' },
] as const;
const tomorrow = ({ world }: At): string => workdayAfter(world.today);
const applicant = ({ world, one }: At): Promise<Client> => world.door.as(one.personId);
const unit = ({ world, one }: At): Promise<Client> => world.door.as(one.employer.staffId);
const authority = ({ world, authorityId }: At): Promise<Client> => staffOf(world, 'authority', authorityId ?? '');
const association = ({ world, associationId }: At): Promise<Client> =>
  staffOf(world, 'association', associationId ?? '');
const of = ({ id, version }: At) => ({ params: { id }, body: { version } });
const because = (at: At, reason: string) => ({ params: { id: at.id }, body: { version: at.version, reason } });
const listing = (at: At, count = 1) => ({
  params: { id: at.id },
  body: { version: at.version, items: RETURNED.slice(0, count).map((item) => ({ ...item })) },
});

/** A step that is one call, after which the case goes on the next working day. */
const step =
  (act: (at: At) => Promise<unknown>): Act =>
  async (at) => {
    await act(at);
    return tomorrow(at);
  };

async function handIn(at: At): Promise<string> {
  const { one, world, id } = at;
  const window = one.process.plan.windows.find(({ actor }) => actor === 'applicant');
  if (window !== undefined && world.today < window.opensOn) return window.opensOn;
  const person = await applicant(at);
  const { version } = await person(editApplication, {
    params: { id },
    body: { version: at.version, fields: { selfReport: summaryOf(one) } },
  });
  await person(submitApplication, { params: { id }, body: { version } });
  return tomorrow(at);
}

async function accept(at: At): Promise<string> {
  const staff = await unit(at);
  const { needed, recorded } = await staff(readCasePost, { params: { id: at.id } });
  if (needed && recorded === null) {
    const body = { takes: false, reason: '现聘岗位不变，取得资格后按岗位空缺竞聘' };
    await staff(recordCasePost, { params: { id: at.id }, body });
  }
  await staff(unitAccept, of(at));
  return tomorrow(at);
}

async function appraise(at: At, recommended: boolean): Promise<string> {
  const candidates = 1 + at.one.chance.below(4);
  await (await unit(at))(recordAppraisal, {
    params: { id: at.id },
    body: {
      version: at.version,
      appraisal: {
        heldOn: at.world.today,
        meeting: '考评领导小组会议',
        members: [
          { name: '何组长', role: '分管负责人' },
          { name: '许成员', role: '技术负责人' },
          { name: '施成员', role: '人事负责人' },
        ],
        bases: ['technical-file', 'achievements', 'daily-assessment'],
        instruments: ['joint-review', 'self-report'],
        candidates,
        place: recommended ? 1 : candidates,
        conduct: '遵纪守法，职业道德良好。',
        opinion: recommended ? '业绩突出，同意推荐。' : '业绩与本年度其他人选相比不够突出，本年度不推荐。',
        recommended,
      },
    },
  });
  return tomorrow(at);
}

/** Posts the publicity where none runs. */
async function publicise(at: At) {
  const staff = await unit(at);
  const { current } = await staff(readApplicationPublicity, { params: { id: at.id } });
  if (current !== null && (current.phase === 'running' || current.phase === 'over' || current.phase === 'ahead')) {
    return { publicity: current, posted: false };
  }
  const { publicity } = await staff(startPublicity, {
    params: { id: at.id },
    body: {
      startsOn: null,
      approvingMeeting: '总经理办公会议',
      contact: '人事部门',
      phone: '024-00000000',
      ways: '单位公告栏和内部办公平台',
    },
  });
  return { publicity, posted: true };
}

async function conclude(at: At): Promise<string> {
  const { publicity, posted } = await publicise(at);
  if (posted || publicity.phase !== 'over') return workdayAfter(publicity.lastDay);
  await (await unit(at))(concludeUnitPublicity, { params: { id: publicity.id }, body: { version: publicity.version } });
  return tomorrow(at);
}

async function object(at: At): Promise<string> {
  const { publicity } = await publicise(at);
  await at.world.door.anyone(fileObjection, {
    params: { token: publicity.token },
    body: {
      place: null,
      name: '反映人',
      contact: '13900000000',
      content: '公示所列项目由多人完成，请核实本人承担的部分。',
      truthful: true,
    },
  });
  return tomorrow(at);
}

/** The objection of yesterday is answered: it holds and a work is taken out, or it does not. */
async function answer(at: At, outcome: 'dismissed' | 'upheld'): Promise<string> {
  const staff = await unit(at);
  const { current, achievements } = await staff(readApplicationPublicity, { params: { id: at.id } });
  if (current === null) throw new Error('no publicity to answer for');
  const { items } = await staff(listObjections, { params: { id: current.id } });
  for (const { id, version } of items) {
    await staff(answerObjection, {
      params: { id },
      body: {
        version,
        outcome,
        finding: '已查阅项目合同、验收材料并与项目组成员核实。',
        answer: outcome === 'upheld' ? '所反映的情况属实，该项业绩已剔除。' : '经核实，本人承担的部分与公示一致。',
        removeRowIds: outcome === 'upheld' ? achievements.slice(-1).map(({ rowId }) => rowId) : [],
      },
    });
  }
  return workdayAfter(current.lastDay);
}

/** Opens the check and decides every item; `wrong` of them are to be corrected. */
async function check(at: At, wrong: number): Promise<number> {
  const { world, id } = at;
  const { version } = await world.office(openCheck, of(at));
  const { items, submission } = await world.office(readCheck, { params: { id } });
  const first = items.length === 0 ? 0 : at.one.chance.below(items.length);
  const bad = new Set(Array.from({ length: wrong }, (_, index) => items[(first + index * 3) % items.length]?.place));
  await world.office(saveCheckItems, {
    params: { id },
    body: {
      submission: submission?.ordinal ?? 1,
      items: items.map(({ place, title, seenBefore }) => ({
        place,
        decision: bad.has(place) ? ('correct' as const) : ('accepted' as const),
        problem: bad.has(place) ? `“${title.slice(0, 40)}”的佐证材料不完整` : '',
        whatToDo: bad.has(place) ? '请补齐有签字盖章的页面，并标出本人姓名' : '',
        lateReason: bad.has(place) && seenBefore ? '补交的材料与原材料对照后才发现' : '',
      })),
    },
  });
  return version;
}

const officeAct = (wrong: number, act: typeof officePass): Act =>
  step(async (at) => at.world.office(act, of({ ...at, version: await check(at, wrong) })));

async function approve(at: At): Promise<string> {
  const body = await authority(at);
  const { choice } = await body(readSealing, { params: { id: at.id } });
  const committee = choice?.committees.find(({ takes }) => takes)?.id;
  await body(authorityApprove, {
    params: { id: at.id },
    body: { version: at.version, ...(committee === undefined ? {} : { committee }) },
  });
  return tomorrow(at);
}

async function stamped(at: At): Promise<string> {
  const file = { file: at.world.papers.of('seal'), fileName: '盖章页.pdf' };
  await (await applicant(at))(submitStampedPage, of(at), file);
  return tomorrow(at);
}

async function slip(at: At): Promise<string> {
  const file = { file: at.world.papers.of('slip'), fileName: '转账凭证.pdf' };
  await (await applicant(at))(handInSlip, { params: { id: at.id } }, file);
  return tomorrow(at);
}

async function pay(at: At): Promise<string> {
  await slip(at);
  const { charged } = await at.world.office(readFee, { params: { id: at.id } });
  await at.world.office(confirmFee, {
    params: { id: at.id },
    body: {
      version: at.version,
      paidOn: at.world.today,
      amountFen: charged?.amountFen ?? 0,
      payer: at.one.name,
      note: '',
    },
  });
  return tomorrow(at);
}

async function waive(at: At): Promise<string> {
  const file = { file: at.world.papers.of('slip'), fileName: '免缴证明.pdf' };
  const body = { version: at.version, kind: 'other', reason: '援派期间，凭组织部门文件免缴' };
  await at.world.office(waiveFee, { params: { id: at.id }, body }, file);
  return tomorrow(at);
}

/** Papers come in and are checked off: all of them, or all but the last. */
async function papers(at: At, whole: boolean): Promise<string> {
  const { office } = at.world;
  const { items, late, paperVersion } = await office(readPaper, { params: { id: at.id } });
  const counted = whole ? items : items.slice(0, -1);
  await office(savePaper, {
    params: { id: at.id },
    body: {
      paperVersion,
      found: counted.map(({ id, copies }) => ({ id, copies, absent: false, defect: '' })),
      storage: `${1 + at.one.chance.below(6)} 柜 ${1 + at.one.chance.below(20)} 格`,
      note: '',
    },
  });
  if (whole) {
    const reason = late ? { reason: '单位因公章更换迟送，已说明' } : {};
    await office(receiveFullPaper, { params: { id: at.id }, body: { version: at.version, ...reason } });
  }
  return tomorrow(at);
}

/** By the names the plans give their actions, and a few that are made of several. */
export const ACTS: Readonly<Record<string, Act>> = {
  'send-to-unit': step(async (at) => (await applicant(at))(sendToUnit, of(at))),
  submit: handIn,
  withdraw: step(async (at) => (await applicant(at))(withdrawApplication, of(at))),
  'unit-accept': accept,
  'unit-return': step(async (at) => (await unit(at))(unitReturn, listing(at, 2))),
  'record-appraisal': (at) => appraise(at, true),
  'not-recommended': (at) => appraise(at, false),
  'start-publicity': step(publicise),
  'conclude-publicity': conclude,
  'invalidate-publicity': step(async (at) => {
    const { publicity } = await publicise(at);
    const body = { version: publicity.version, reason: '公示内容缺少业绩的起止时间，须重新公示' };
    await at.world.office(invalidateUnitPublicity, { params: { id: publicity.id }, body });
  }),
  'objection-open': object,
  'answer-dismissed': (at) => answer(at, 'dismissed'),
  'answer-upheld': (at) => answer(at, 'upheld'),
  'open-check': step((at) => at.world.office(openCheck, of(at))),
  'office-pass': officeAct(0, officePass),
  'office-return': officeAct(2, officeReturn),
  'office-refuse': step(async (at) => {
    if (at.stage !== 'office-check') {
      await at.world.office(officeRefuse, because(at, '未在规定时间缴纳评审费'));
      return;
    }
    const { version } = await at.world.office(openCheck, of(at));
    await at.world.office(officeRefuse, because({ ...at, version }, '现职称取得年限不足，且不符合破格条件'));
  }),
  unlock: step((at) => at.world.office(unlockSubmission, because(at, '因平台维护占用一次提交机会'))),
  cancel: step((at) => at.world.office(cancelApplication, because(at, '提供的项目验收材料与原件不符'))),
  'authority-approve': approve,
  'authority-return': step(async (at) => (await authority(at))(authorityReturn, listing(at, 1))),
  'authority-refuse': step(async (at) =>
    (await authority(at))(authorityRefuse, because(at, '经核实不在岗，不同意推荐')),
  ),
  'redirect-seal': step(async (at) =>
    (await authority(at))(redirectSeal, because(at, '该单位隶属省直，不归本部门审核')),
  ),
  'association-approve': step(async (at) => (await association(at))(associationApprove, of(at))),
  'association-refuse': step(async (at) => (await association(at))(associationRefuse, because(at, '业绩不属于本专业'))),
  'submit-stamped-page': stamped,
  'approve-stamped-page': step((at) => at.world.office(approveStampedPage, of(at))),
  'return-stamped-page': step((at) =>
    at.world.office(returnStampedPage, {
      params: { id: at.id },
      body: {
        version: at.version,
        items: [{ place: 'stamped-page', label: '五(六)', problem: '公章不清晰', whatToDo: '请重新盖章后扫描提交' }],
      },
    }),
  ),
  slip,
  'return-slip': step((at) => at.world.office(returnSlip, because(at, '凭证上没有写附言，无法核对'))),
  'confirm-payment': pay,
  'waive-payment': waive,
  'part-of-paper': (at) => papers(at, false),
  'receive-paper': (at) => papers(at, true),
};
