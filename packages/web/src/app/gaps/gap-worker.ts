import { evaluate, type EvaluationRequest } from '@zhiping/standard/evaluate/evaluate';
import { findGaps } from '@zhiping/standard/gap/find-gaps';
import { type GapsView, gapsView } from '@zhiping/standard/gap/view';

/** What is asked: the gaps of one route of a request. `number` comes back with the answer. */
export interface GapQuestion {
  readonly number: number;
  readonly request: EvaluationRequest;
  readonly route: string;
}
/** Null where the standard refuses to judge, or has no such route. */
export interface GapAnswer {
  readonly number: number;
  readonly gaps: GapsView | null;
}

function answer({ request, route }: GapQuestion): GapsView | null {
  const judged = evaluate(request);
  if (!judged.ok) return null;
  const routes = judged.evaluation.routes.filter((one) => one.route === route);
  return routes.length === 0 ? null : gapsView(findGaps(request, routes), routes, request.pack);
}

/** The search tries many dossiers; here it keeps nobody from typing. */
self.onmessage = ({ data }: MessageEvent<GapQuestion>) => {
  const found: GapAnswer = { number: data.number, gaps: answer(data) };
  self.postMessage(found);
};
