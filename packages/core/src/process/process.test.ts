import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Instant, instantAt, instantOf, millisecondsOf } from '../calendar/index.ts';
import { liaoningProcess as process } from '../testing/liaoning.ts';
import {
  type ActionInput,
  applyAction,
  available,
  begin,
  type CaseState,
  deadlinesOf,
  explainCase,
  refusalWords,
  stageOf,
  timeline,
} from './index.ts';

const START = '2024-06-24T01:00:00.000Z';
const ITEM = { place: 'rows.1', label: '五(四)4(3)', problem: '缺结题证明', whatToDo: '请上传结题证明' };
const security = { specialty: 'security', level: 'senior', route: 'normal' } as const;

const at = (date: string, time = '10:00'): Instant => instantAt(date, time);

function start(subject: CaseState['subject'] = security): CaseState {
  return begin(process, subject, START);
}

/** Performs an action that must succeed. */
function did(state: CaseState, action: string, by: string, now: Instant, input: ActionInput = {}): CaseState {
  const outcome = applyAction(process, state, { action, actors: new Set([by]), now, input });
  if (!outcome.ok) throw new Error(`${action}: ${refusalWords(outcome.refusal)}`);
  return outcome.state;
}

/** Code of the refusal of an action that must fail. */
function refused(state: CaseState, action: string, by: string, now: Instant, input: ActionInput = {}): string {
  const outcome = applyAction(process, state, { action, actors: new Set([by]), now, input });
  if (outcome.ok) throw new Error(`${action} was allowed`);
  expect(refusalWords(outcome.refusal)).toMatch(/。$/);
  return outcome.refusal.code;
}

function untilSubmission(subject?: CaseState['subject']): CaseState {
  let state = start(subject);
  state = did(state, 'send-to-unit', 'applicant', at('2024-06-24'));
  state = did(state, 'unit-accept', 'unit', at('2024-06-25'));
  state = did(state, 'record-appraisal', 'unit', at('2024-06-26'), { recommended: true });
  state = did(state, 'start-publicity', 'unit', at('2024-06-26'));
  return did(state, 'conclude-publicity', 'unit', at('2024-07-04'));
}

function untilCheck(): CaseState {
  return did(untilSubmission(), 'submit', 'applicant', at('2024-07-05'));
}

function untilAuthority(subject?: CaseState['subject']): CaseState {
  let state = did(untilSubmission(subject), 'submit', 'applicant', at('2024-07-05'));
  state = did(state, 'open-check', 'office', at('2024-07-08'));
  return did(state, 'office-pass', 'office', at('2024-07-09'));
}

function untilStampedPage(): CaseState {
  const state = did(untilAuthority(), 'authority-approve', 'authority', at('2024-07-20'));
  return did(state, 'association-approve', 'association', at('2024-07-25'));
}

function untilPaper(): CaseState {
  const state = did(untilStampedPage(), 'submit-stamped-page', 'applicant', at('2024-08-01'));
  return did(state, 'approve-stamped-page', 'office', at('2024-08-02'));
}

describe('the year of a security engineer', () => {
  it('runs in the order of the document to the certificate', () => {
    let state = untilPaper();
    expect(deadlinesOf(process, state).map(({ dueAt }) => dueAt)).toEqual([at('2024-08-10', '00:00')]);
    state = did(state, 'receive-paper', 'office', at('2024-08-09'));
    state = did(state, 'admit-to-meeting', 'office', at('2024-09-01'));
    state = did(state, 'pass', 'meeting', at('2024-10-20'));
    expect(explainCase(process, state, at('2024-10-21'))).toMatchObject({
      who: 'office',
      why: '等待评委会办公室公布评审结果。',
      until: null,
    });
    state = did(state, 'publish-result', 'office', at('2024-10-25'));
    expect(explainCase(process, state, at('2024-10-26'))).toMatchObject({
      why: '公示自2024年10月25日（周五）至2024年11月1日（周五），期满前可以提出异议。',
      who: 'time',
      until: { words: '2024年11月1日（周五）24:00' },
    });
    expect(refused(state, 'conclude-result', 'time', at('2024-11-01', '23:59'))).toBe('PUBLICITY_RUNNING');
    state = did(state, 'conclude-result', 'time', at('2024-11-02', '00:00'));
    state = did(state, 'confirm', 'confirmer', at('2024-11-20'));
    expect(state.steps.filter(({ from, to }) => from !== to).map(({ to }) => to)).toEqual([
      'unit-review',
      'unit-appraisal',
      'unit-publicity',
      'online-submission',
      'office-check',
      'authority-review',
      'association-review',
      'stamped-page',
      'stamped-page-check',
      'paper-delivery',
      'ready',
      'in-meeting',
      'result-publicity',
      'confirmation',
      'certified',
    ]);
    expect(explainCase(process, state, at('2024-11-21'))).toMatchObject({ who: 'nobody', until: null });
  });

  it('shows the way behind and ahead with the dates the plan fixes', () => {
    const marks = timeline(process, untilCheck(), START);
    expect(marks.map(({ stage, state, to }) => `${state} ${stage} ${to}`)).toEqual([
      'done draft 2024-06-24',
      'done unit-review 2024-06-25',
      'done unit-appraisal 2024-06-26',
      'done unit-publicity 2024-07-04',
      'done online-submission 2024-07-05',
      'now office-check 2024-07-31',
      'ahead authority-review 2024-08-07',
      'ahead association-review 2024-08-07',
      'ahead stamped-page 2024-08-07',
      'ahead stamped-page-check 2024-08-07',
      'ahead paper-delivery null',
      'ahead ready null',
      'ahead in-meeting null',
      'ahead result-publicity null',
      'ahead confirmation null',
      'ahead certified null',
    ]);
  });

  it('leaves the association out for every other specialty (五(六))', () => {
    const power = untilAuthority({ ...security, specialty: 'power' });
    expect(did(power, 'authority-approve', 'authority', at('2024-07-20')).stage).toBe('stamped-page');
    expect(timeline(process, power, START).map(({ stage }) => stage)).not.toContain('association-review');
  });
});

describe('unit publicity (五(四))', () => {
  it('takes five working days after the posting day', () => {
    let state = did(start(), 'send-to-unit', 'applicant', at('2024-06-24'));
    state = did(state, 'unit-accept', 'unit', at('2024-06-25'));
    state = did(state, 'record-appraisal', 'unit', at('2024-06-26'), { recommended: true });
    expect(refused(state, 'conclude-publicity', 'unit', at('2024-06-26'))).toBe('PUBLICITY_NOT_STARTED');
    expect(refused(state, 'start-publicity', 'unit', at('2024-06-26'), { startsOn: '2024-06-25' })).toBe(
      'PUBLICITY_START_IN_PAST',
    );
    state = did(state, 'start-publicity', 'unit', at('2024-06-26'));
    expect(state.period?.lastDay).toBe('2024-07-03');
    expect(refused(state, 'start-publicity', 'unit', at('2024-06-27'))).toBe('PUBLICITY_ALREADY_STARTED');
    expect(refused(state, 'conclude-publicity', 'unit', at('2024-07-03', '23:59'))).toBe('PUBLICITY_RUNNING');
    expect(refused(state, 'conclude-publicity', 'unit', at('2024-07-04'), { openObjections: 1 })).toBe(
      'OBJECTION_OPEN',
    );
    expect(did(state, 'conclude-publicity', 'unit', at('2024-07-04', '00:00')).stage).toBe('online-submission');
  });

  it('starts again when the office declares it invalid, with the reason shown', () => {
    const state = did(untilSubmission(), 'invalidate-publicity', 'office', at('2024-07-05'), { reason: '未盖公章' });
    expect(state.stage).toBe('unit-publicity');
    expect(state.period).toBe(null);
    expect(explainCase(process, state, at('2024-07-05')).why).toContain('认定公示无效，理由：未盖公章');
    expect(refused(untilSubmission(), 'invalidate-publicity', 'office', at('2024-07-05'))).toBe('REASON_MISSING');
  });

  it('ends where the unit does not recommend (五(三))', () => {
    let state = did(start(), 'send-to-unit', 'applicant', at('2024-06-24'));
    state = did(state, 'unit-accept', 'unit', at('2024-06-25'));
    expect(did(state, 'record-appraisal', 'unit', at('2024-06-26'), { recommended: false }).stage).toBe(
      'not-recommended',
    );
  });
});

describe('online submission (四(三), 五(五))', () => {
  it('accepts what was received before closing and nothing at the closing instant', () => {
    const state = untilSubmission();
    expect(did(state, 'submit', 'applicant', '2024-07-31T15:59:59.999Z').stage).toBe('office-check');
    expect(refused(state, 'submit', 'applicant', '2024-07-31T16:00:00.000Z')).toBe('WINDOW_CLOSED');
  });

  it('does not open before 1 July', () => {
    let state = did(start(), 'send-to-unit', 'applicant', '2024-06-17T01:00:00.000Z');
    state = did(state, 'unit-accept', 'unit', '2024-06-17T02:00:00.000Z');
    state = did(state, 'record-appraisal', 'unit', '2024-06-17T03:00:00.000Z', { recommended: true });
    state = did(state, 'start-publicity', 'unit', '2024-06-17T04:00:00.000Z');
    state = did(state, 'conclude-publicity', 'unit', at('2024-06-25'));
    expect(refused(state, 'submit', 'applicant', at('2024-06-30', '23:59'))).toBe('WINDOW_NOT_OPEN');
    expect(did(state, 'submit', 'applicant', at('2024-07-01', '00:00')).submissions).toBe(1);
  });

  it('locks after the third return until the office grants one more with a reason', () => {
    let state = untilSubmission();
    for (let round = 1; round <= 3; round += 1) {
      state = did(state, 'submit', 'applicant', at(addDays('2024-07-05', round)));
      state = did(state, 'open-check', 'office', at(addDays('2024-07-05', round), '11:00'));
      state = did(state, 'office-return', 'office', at(addDays('2024-07-05', round), '12:00'), { items: [ITEM] });
    }
    expect(refused(state, 'submit', 'applicant', at('2024-07-15'))).toBe('SUBMISSIONS_USED_UP');
    expect(refused(state, 'edit', 'applicant', at('2024-07-15'))).toBe('SUBMISSIONS_USED_UP');
    expect(explainCase(process, state, at('2024-07-15'))).toMatchObject({ who: 'office' });
    expect(refused(state, 'unlock', 'office', at('2024-07-15'))).toBe('REASON_MISSING');
    state = did(state, 'unlock', 'office', at('2024-07-15'), { reason: '系统故障占用一次' });
    expect(refused(state, 'unlock', 'office', at('2024-07-15'), { reason: '再来' })).toBe('SUBMISSIONS_LEFT');
    expect(did(state, 'submit', 'applicant', at('2024-07-16')).submissions).toBe(4);
  });

  it('returns only with complete items, every item decided, after opening', () => {
    let state = untilCheck();
    expect(refused(state, 'office-return', 'office', at('2024-07-08'), { items: [ITEM] })).toBe('CHECK_NOT_OPENED');
    state = did(state, 'open-check', 'office', at('2024-07-08'));
    expect(refused(state, 'office-return', 'office', at('2024-07-08'), { items: [] })).toBe('ITEMS_MISSING');
    const vague = [{ ...ITEM, whatToDo: ' ' }];
    expect(refused(state, 'office-return', 'office', at('2024-07-08'), { items: vague })).toBe('ITEMS_MISSING');
    const half = { items: [ITEM], undecided: ['selfReport'] };
    expect(refused(state, 'office-return', 'office', at('2024-07-08'), half)).toBe('ITEMS_UNDECIDED');
    state = did(state, 'office-return', 'office', at('2024-07-08'), { items: [ITEM] });
    expect(explainCase(process, state, at('2024-07-08')).why).toBe(
      '“评委会办公室审核”环节退回，共 1 项需要补正。审核意见已一次列全，请逐项补充完善后再提交。',
    );
    expect(did(state, 'submit', 'applicant', at('2024-07-09')).returned).toBe(null);
  });

  it('lets the applicant withdraw until the office opens the case', () => {
    const state = untilCheck();
    expect(did(state, 'withdraw', 'applicant', at('2024-07-06')).stage).toBe('withdrawn');
    const opened = did(state, 'open-check', 'office', at('2024-07-06'));
    expect(refused(opened, 'withdraw', 'applicant', at('2024-07-06'))).toBe('CHECK_ALREADY_OPENED');
    expect(refused(state, 'withdraw', 'office', at('2024-07-06'))).toBe('ACTION_NOT_YOURS');
  });

  it('refuses with grounds, and the grounds are told', () => {
    const opened = did(untilCheck(), 'open-check', 'office', at('2024-07-06'));
    expect(refused(opened, 'office-refuse', 'office', at('2024-07-06'))).toBe('REASON_MISSING');
    const state = did(opened, 'office-refuse', 'office', at('2024-07-06'), { reason: '申报人为公务员（一）' });
    expect(explainCase(process, state, at('2024-07-07')).why).toContain('理由：申报人为公务员（一）');
  });
});

describe('after the window closed (四(三))', () => {
  const CLOSED = '2024-07-31T16:00:00.000Z';

  it('everything the office has not passed expires at closing, not before', () => {
    for (const state of [start(), untilSubmission(), untilCheck()]) {
      expect(refused(state, 'expire', 'time', '2024-07-31T15:59:59.999Z')).toBe('DEADLINE_NOT_REACHED');
      expect(did(state, 'expire', 'time', CLOSED).stage).toBe('expired');
      expect(refused(state, 'expire', 'office', CLOSED)).toBe('ACTION_NOT_YOURS');
    }
    const opened = did(untilCheck(), 'open-check', 'office', at('2024-07-31'));
    expect(refused(opened, 'office-pass', 'office', CLOSED)).toBe('WINDOW_CLOSED');
  });

  it('a passed case has five working days for the stamped page, submitted and approved', () => {
    const state = untilStampedPage();
    expect(refused(state, 'expire', 'time', CLOSED)).toBe('DEADLINE_NOT_REACHED');
    expect(explainCase(process, state, at('2024-08-01')).until?.words).toBe('2024年8月7日（周三）24:00');
    const checked = did(state, 'submit-stamped-page', 'applicant', at('2024-08-07', '23:59'));
    expect(did(checked, 'approve-stamped-page', 'office', at('2024-08-07', '23:59')).stage).toBe('paper-delivery');
    expect(refused(checked, 'approve-stamped-page', 'office', at('2024-08-08', '00:00'))).toBe('DEADLINE_PASSED');
    expect(did(checked, 'expire', 'time', at('2024-08-08', '00:00')).stage).toBe('expired');
    expect(refused(state, 'submit-stamped-page', 'applicant', at('2024-08-08', '00:00'))).toBe('DEADLINE_PASSED');
  });

  it('the authority may return while the window is open, afterwards only approve or refuse', () => {
    const state = untilAuthority();
    expect(did(state, 'authority-return', 'authority', at('2024-07-20'), { items: [ITEM] }).stage).toBe(
      'online-submission',
    );
    expect(refused(state, 'authority-return', 'authority', at('2024-08-01'), { items: [ITEM] })).toBe('WINDOW_CLOSED');
    expect(did(state, 'authority-refuse', 'authority', at('2024-08-01'), { reason: '单位公章不符' }).stage).toBe(
      'refused',
    );
  });

  it('the stamped page may be returned and is no submission', () => {
    let state = did(untilStampedPage(), 'submit-stamped-page', 'applicant', at('2024-08-01'));
    state = did(state, 'return-stamped-page', 'office', at('2024-08-02'), { items: [ITEM] });
    expect(state).toMatchObject({ stage: 'stamped-page', submissions: 1 });
    expect(explainCase(process, state, at('2024-08-02')).why).toContain('请按意见重新盖章');
  });

  it('late paper is marked, then received with a reason or refused (五(七))', () => {
    const state = untilPaper();
    const due = at('2024-08-10', '00:00');
    expect(refused(state, 'office-refuse', 'office', at('2024-08-09'), { reason: '逾期' })).toBe('NOT_OVERDUE');
    expect(refused(state, 'receive-paper', 'office', due)).toBe('REASON_MISSING');
    const late = did(state, 'note-overdue', 'time', due);
    expect(deadlinesOf(process, late)).toEqual([]);
    expect(explainCase(process, late, due)).toMatchObject({ who: 'office' });
    expect(refused(late, 'receive-paper', 'office', due)).toBe('REASON_MISSING');
    expect(did(late, 'receive-paper', 'office', due, { reason: '快递延误' }).stage).toBe('ready');
    expect(did(late, 'office-refuse', 'office', due, { reason: '逾期未送' }).stage).toBe('refused');
  });
});

describe('results', () => {
  function inPublicity(): CaseState {
    let state = did(untilPaper(), 'receive-paper', 'office', at('2024-08-05'));
    state = did(state, 'admit-to-meeting', 'office', at('2024-09-01'));
    state = did(state, 'pass', 'meeting', at('2024-10-20'));
    return did(state, 'publish-result', 'office', at('2024-10-25'));
  }

  it('an objection holds one person back; released, the publicity concludes at once', () => {
    const held = did(inPublicity(), 'hold', 'office', at('2024-10-28'), { reason: '业绩被质疑' });
    expect(deadlinesOf(process, held)).toEqual([]);
    expect(explainCase(process, held, at('2024-10-29'))).toMatchObject({ who: 'office' });
    expect(refused(held, 'conclude-result', 'time', at('2024-11-02'))).toBe('RESULT_HELD');
    const released = did(held, 'release', 'office', at('2024-11-05'), { reason: '查无实据' });
    expect(deadlinesOf(process, released)[0]?.then).toBe('conclude-result');
    expect(did(released, 'conclude-result', 'time', at('2024-11-05')).stage).toBe('confirmation');
  });

  it('fails by the vote, is cancelled for fraud (五(一)), is not confirmed', () => {
    let state = did(untilPaper(), 'receive-paper', 'office', at('2024-08-05'));
    state = did(state, 'admit-to-meeting', 'office', at('2024-09-01'));
    expect(did(state, 'not-pass', 'meeting', at('2024-10-20')).stage).toBe('not-passed');
    expect(refused(state, 'pass', 'office', at('2024-10-20'))).toBe('ACTION_NOT_YOURS');
    expect(did(inPublicity(), 'cancel', 'office', at('2024-10-28'), { reason: '获奖证书系伪造' }).stage).toBe(
      'cancelled',
    );
    const last = did(inPublicity(), 'conclude-result', 'time', at('2024-11-02'));
    expect(did(last, 'refuse-confirmation', 'confirmer', at('2024-11-03'), { reason: '超出评审权限' }).stage).toBe(
      'refused',
    );
  });
});

describe('whatever happens', () => {
  const actors = ['applicant', 'unit', 'authority', 'association', 'office', 'confirmer', 'meeting', 'time'];
  const actions = [...new Set(process.plan.stages.flatMap((stage) => stage.actions.map(({ id }) => id)))];
  const inputs = fc.record({
    reason: fc.constantFrom('', '理由'),
    items: fc.constantFrom([], [ITEM]),
    undecided: fc.constantFrom([], ['selfReport']),
    recommended: fc.boolean(),
    openObjections: fc.integer({ min: 0, max: 1 }),
    contentProblems: fc.constantFrom([], ['没有选择业绩']),
  });
  const moves = fc.array(
    fc.record({
      // Mostly what is possible, sometimes anything at all.
      pick: fc.nat(),
      wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      action: fc.constantFrom(...actions),
      actor: fc.constantFrom(...actors),
      input: inputs,
      hours: fc.integer({ min: 0, max: 200 }),
    }),
    { maxLength: 60 },
  );
  /** Walks start anywhere on the ordinary way, so that late stages are tried as often as early ones. */
  const starts: readonly [CaseState, Instant][] = [
    [start(), START],
    [start({ ...security, specialty: 'data-science' }), START],
    [untilSubmission(), at('2024-07-04')],
    [untilCheck(), at('2024-07-05')],
    [untilAuthority(), at('2024-07-09')],
    [untilStampedPage(), at('2024-07-25')],
    [untilPaper(), at('2024-08-02')],
    [did(untilPaper(), 'receive-paper', 'office', at('2024-08-05')), at('2024-08-05')],
  ];

  it('no walk breaks an invariant, and every state explains itself', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...starts), moves, ([first, since], walk) => {
        let state = first;
        let now = since;
        for (const move of walk) {
          now = instantOf(millisecondsOf(now) + move.hours * 3_600_000);
          seen.add(state.stage);
          const possible = actors.flatMap((actor) =>
            available(process, state, new Set([actor]), now)
              .filter(({ obstacle }) => obstacle === null)
              .map(({ id }) => ({ actor, action: id })),
          );
          const stage = stageOf(process, state.stage);
          // No dead state: somebody can act, or a date is coming.
          if (!stage.end) expect(possible.length + deadlinesOf(process, state).length).toBeGreaterThan(0);
          const words = explainCase(process, state, now);
          expect(words.why.length * words.whoName.length * words.next.length).toBeGreaterThan(0);
          expect(words.who === 'nobody').toBe(stage.end !== undefined);
          expect(timeline(process, state, START).filter((mark) => mark.state === 'now').length).toBe(stage.end ? 0 : 1);

          const choice = possible[move.pick % Math.max(1, possible.length)];
          const attempt = move.wild || !choice ? { actor: move.actor, action: move.action } : choice;
          const outcome = applyAction(process, state, {
            action: attempt.action,
            actors: new Set([attempt.actor]),
            input: move.input,
            now,
          });
          if (!outcome.ok) {
            expect(refusalWords(outcome.refusal)).not.toBe('');
            continue;
          }
          expect(stage.end).toBeUndefined();
          expect(outcome.event).toMatchObject({ from: state.stage, to: outcome.state.stage, at: now });
          state = outcome.state;
          expect(state.submissions).toBeLessThanOrEqual((process.plan.submissions.limit ?? 0) + state.granted);
          expect(state.subject).toEqual(first.subject);
          if (state.period) expect(state.period.endsAt > state.period.startsOn).toBe(true);
        }
      }),
      { numRuns: 2000, seed: 2024 },
    );
    expect([...seen].toSorted()).toEqual(process.plan.stages.map(({ id }) => id).toSorted());
  });

  it('answers the same for the same question', () => {
    const state = untilCheck();
    expect(untilCheck()).toEqual(state);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});
