import { type FeeState, feeStageOf } from '../fee/states.ts';
import type { Plan, PlanRoute } from '../plan/index.ts';
import { missingProofs, proofKinds } from '../publicity/index.ts';
import { type PaperFound, paperItemsOf, paperLacks, paperStageOf } from './paper.ts';

/** What is known of one case whose papers are handed in together with others. */
export interface BundleFacts {
  readonly stage: string;
  readonly route: PlanRoute;
  /** Whether a photo was frozen with the last submission. */
  readonly photo: boolean;
  /** Whether a stamped page was handed in. */
  readonly stampedPage: boolean;
  readonly fee: FeeState;
  /** What the paper desk found; null before it looked. */
  readonly paper: { readonly state: 'partial' | 'complete' | 'returned'; readonly found: readonly PaperFound[] } | null;
  /** Proofs of the unit's concluded publicity; null where none was concluded. */
  readonly proofs: readonly { readonly kind: string }[] | null;
}

/** Papers one case hands in and how many of each, as the plan counts them; what a desk only looks at is left out. */
export function bundlePapers(
  { documents }: Pick<Plan, 'documents'>,
  route: PlanRoute,
): readonly { readonly name: string; readonly copies: number }[] {
  // What is about all people together goes in once, beside the cases.
  const shared = new Set([
    ...documents.forms.flatMap(({ prints }, at) =>
      prints === 'roster' || prints === 'entrust-letter' ? [`form.${at}`] : [],
    ),
    ...documents.required.filter(({ by }) => by === 'authority').map(({ id }) => `paper.${id}`),
  ]);
  return paperItemsOf({ documents }, route)
    .filter(({ id, copies }) => copies > 0 && !shared.has(id))
    .map(({ name, copies }) => ({ name, copies }));
}

/** What a case still lacks of all its plan asks for, one sentence each, none when it is complete. ZJ-2022 附件1, LN-2024 五(六)(七). */
export function bundleLacks(plan: Plan, facts: BundleFacts): readonly string[] {
  return [
    ...publicityLacks(plan, facts),
    ...photoLacks(plan, facts),
    ...stampedPageLacks(plan, facts),
    ...(feeStageOf(plan) === null || facts.fee === 'paid' || facts.fee === 'waived' ? [] : ['评审费没有缴清']),
    ...deskLacks(plan, facts),
  ];
}

function publicityLacks(plan: Plan, { proofs }: BundleFacts): readonly string[] {
  if (stageOfAction(plan, 'conclude-publicity') < 0) return [];
  if (proofs === null) return ['单位公示没有办结'];
  const missing = missingProofs(plan, proofs).map(({ name }) => `没有公示证明：${name}`);
  const kinds = proofKinds(plan);
  if (missing.length > 0 || kinds.length === 0 || proofs.length > 0) return missing;
  return [`没有上传公示证明（${kinds.map(({ name }) => name).join('、')}）`];
}

/** Where a photo may be pasted on paper instead, the list of papers asks for it and the desk looks. */
function photoLacks({ documents }: Plan, { photo }: BundleFacts): readonly string[] {
  return documents.photo?.uploaded === 'required' && !photo ? ['没有上传照片'] : [];
}

function stampedPageLacks(plan: Plan, { stage, stampedPage }: BundleFacts): readonly string[] {
  if (plan.documents.stampedPage === undefined) return [];
  const approved = stageOfAction(plan, 'approve-stamped-page');
  const at = plan.stages.findIndex(({ id }) => id === stage);
  // Ends and stages after the check have it behind them.
  if (approved < 0 || at < 0 || at > approved) return [];
  return [stampedPage ? '盖章页还没有审核通过' : '没有提交盖章页'];
}

function deskLacks(plan: Plan, { route, paper }: BundleFacts): readonly string[] {
  if (paper === null || paper.state === 'complete' || paperStageOf(plan) === null) return [];
  if (paper.state === 'returned') return ['书面材料已被退回'];
  return paperLacks(paperItemsOf(plan, route), paper.found);
}

const stageOfAction = (plan: Plan, action: string): number =>
  plan.stages.findIndex(({ actions }) => actions.some(({ id }) => id === action));
