import type { EvaluationRequest, GapsView } from '@zhiping/standard';
import { useEffect, useRef, useState } from 'react';
import type { GapAnswer, GapQuestion } from './gap-worker.ts';

/** How long nothing changed before what lacks is searched. */
const QUIET_MS = 500;

export interface Gaps {
  /** Of the request before, while a new one is searched; null before the first answer and where there is none. */
  readonly gaps: GapsView | null;
  readonly busy: boolean;
}

interface Asked {
  readonly request: EvaluationRequest;
  readonly route: string;
}
const NOTHING = { of: null, gaps: null } as const;

/** What lacks on one route and what would help, searched beside the page whenever the request stops changing. */
export function useGaps(request: EvaluationRequest | null, route: string): Gaps {
  const [found, setFound] = useState<{ readonly of: Asked | null; readonly gaps: GapsView | null }>(NOTHING);
  const worker = useRef<Worker | null>(null);
  const asked = useRef<{ readonly number: number; readonly of: Asked | null }>({ number: 0, of: null });
  useEffect(() => {
    const made = new Worker(new URL('./gap-worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<GapAnswer>) => {
      const { number, of } = asked.current;
      if (data.number === number) setFound({ of, gaps: data.gaps });
    };
    worker.current = made;
    return () => {
      worker.current = null;
      made.terminate();
    };
  }, []);
  useEffect(() => {
    if (request === null) return undefined;
    const number = asked.current.number + 1;
    asked.current = { number, of: { request, route } };
    const question: GapQuestion = { number, request, route };
    const timer = setTimeout(() => worker.current?.postMessage(question), QUIET_MS);
    return () => clearTimeout(timer);
  }, [request, route]);
  return { gaps: found.gaps, busy: found.of?.request !== request || found.of?.route !== route };
}
