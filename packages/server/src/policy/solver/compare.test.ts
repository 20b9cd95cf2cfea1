import { join } from 'node:path';
import { evaluate, parseDossier, type Node, type StandardPack } from '@zhiping/standard';
import { compareRoute, type ComparisonRequest, type RouteComparison } from '@zhiping/standard/compare/compare';
import { comparisonText } from '@zhiping/standard/compare/text';
import { DossierSource } from '@zhiping/standard/random/dossiers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../../start/settings.ts';
import { packFolder, readStandard } from '../read-standard.ts';
import { startSolver, withSolver, type Solver } from './with-solver.ts';

const AS_OF = '2024-07-15';
const POLICIES = join(REPOSITORY, 'policies');

function packOf(id: string): StandardPack {
  const folder = packFolder(POLICIES, id, 'standard.yaml');
  const loaded = folder === null ? null : readStandard(POLICIES, folder);
  if (!loaded?.ok) throw new Error(id);
  return loaded.value.pack;
}
const security = packOf('ln-sec-2024');
const national = packOf('national-eng-2019');

/** The pack with one condition written otherwise. */
function changed(pack: StandardPack, id: string, change: (node: Node) => Node): StandardPack {
  const visit = (node: Node): Node => {
    if (node.id === id) return change(node);
    if (node.kind === 'not') return { ...node, of: visit(node.of) };
    return 'of' in node ? ({ ...node, of: node.of.map(visit) } as Node) : node;
  };
  const levels = pack.levels.map((level) => ({
    ...level,
    routes: level.routes.map((route) => ({ ...route, node: visit(route.node) })),
  }));
  return { ...pack, shared: pack.shared.map(visit), levels };
}

const numbered =
  (key: 'n' | 'min' | 'years', value: number) =>
  (node: Node): Node =>
    ({ ...node, [key]: value }) as Node;

function expectRefuted(found: RouteComparison, { lower, upper, level, route }: ComparisonRequest): void {
  if (found.result !== 'fails') throw new Error(`${found.result}`);
  expect(parseDossier(JSON.parse(JSON.stringify(found.dossier)))).toMatchObject({ ok: true });
  const stateIn = (pack: StandardPack) => {
    const answer = evaluate({ pack, dossier: found.dossier, level, route, asOf: AS_OF });
    return answer.ok ? answer.evaluation.verdict : answer.refusal.message;
  };
  expect([stateIn(upper), stateIn(lower)]).toEqual(['eligible', 'ineligible']);
}

const asked = (lower: StandardPack, upper: StandardPack, more: Partial<ComparisonRequest> = {}): ComparisonRequest => ({
  lower,
  upper,
  level: 'engineer',
  route: 'normal',
  asOf: AS_OF,
  ...more,
});

let solver: Solver;
beforeAll(() => {
  solver = startSolver();
});
afterAll(() => solver.end());

describe('comparing two standards', () => {
  it('proves a standard not lower than itself and than a looser copy, items and all', async () => {
    const looser = changed(
      changed(security, 'engineer-4', numbered('n', 2)),
      'engineer-1-3-years',
      numbered('years', 3),
    );
    for (const lower of [security, looser]) {
      const found = await compareRoute(asked(lower, security), solver.solve);
      expect(found).toMatchObject({ result: 'holds', complete: true });
    }
  });

  it.each([
    ['fewer items', 'engineer-4', numbered('n', 2)],
    ['one project for two', 'engineer-4-1-county', numbered('min', 1)],
  ] as const)('shows a dossier that the looser one lets in: %s', async (_, id, change) => {
    const request = asked(security, changed(security, id, change));
    expectRefuted(await compareRoute(request, solver.solve), request);
  });

  it('finds the one clause that was planted among stricter ones', async () => {
    const stricter = changed(security, 'engineer-4', numbered('n', 4));
    const planted = changed(stricter, 'engineer-1-2-years', numbered('years', 1));
    expect(await compareRoute(asked(security, stricter), solver.solve)).toMatchObject({ result: 'holds' });
    const request = asked(security, planted);
    const found = await compareRoute(request, solver.solve);
    expectRefuted(found, request);
    expect(comparisonText(found, security, planted).join('\n')).toContain('不符合 五(三)1 学历、资历符合其中之一');
  });

  it('tells people whom a text outside the pack lets in from those whom its own words let in', async () => {
    const request = asked(national, security);
    const found = await compareRoute(request, solver.solve);
    expect(found).toMatchObject({ result: 'fails', byOutsideRule: true });
    expectRefuted(found, request);
    expect(found.assumed.map(({ id }) => id)).toEqual(['basic-licence']);
  });

  it('proves nothing that a random dossier refutes', async () => {
    const source = new DossierSource({ packs: [security, national], asOf: AS_OF, level: 'assistant', full: true }, 17);
    const lower = changed(national, 'basic-licence', (node) => ({ ...node, kind: 'all', of: [] }) as Node);
    const pairs = [
      asked(lower, security, { level: 'assistant' }),
      asked(security, lower, { level: 'assistant' }),
      asked(lower, changed(lower, 'assistant-college-years', numbered('years', 4)), { level: 'assistant' }),
    ];
    for (const request of pairs) {
      const found = await compareRoute(request, solver.solve);
      if (found.result !== 'holds') {
        expectRefuted(found, request);
        continue;
      }
      for (let index = 0; index < 300; index += 1) {
        const dossier = source.dossier();
        const verdict = (pack: StandardPack) => {
          const answer = evaluate({ pack, dossier, level: 'assistant', asOf: AS_OF });
          return answer.ok ? answer.evaluation.verdict : null;
        };
        if (verdict(request.upper) === 'eligible') expect(verdict(request.lower)).toBe('eligible');
      }
    }
  });
});

describe('the solver', () => {
  it('answers scripts apart from each other, and what it cannot read as a refusal', async () => {
    const answers = await Promise.all([
      solver.solve('(declare-const a Int)(assert (> a 3))(check-sat)'),
      solver.solve('(declare-const a Bool)(assert (and a (not a)))(check-sat)'),
    ]);
    expect(answers.map((answer) => answer.trim())).toEqual(['sat', 'unsat']);
    await expect(solver.solve('(assert nonsense)')).rejects.toThrow('求解器不能处理');
  });

  it('ends when its user fails', async () => {
    await expect(withSolver(() => Promise.reject(new Error('意外')))).rejects.toThrow('意外');
  });
});
