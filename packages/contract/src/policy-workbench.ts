import type { PackChange } from '@zhiping/standard/outline/index';
import { VALUES, VERDICTS } from '@zhiping/standard';
import type { SimulationResult } from '@zhiping/standard/simulate/result';
import { z } from 'zod';
import { id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';
import { packId, policySummary } from './policy.ts';

const number = z.coerce.number().int().positive();
const version = z.object({ pack: packId, number });
const verdict = z.enum(VERDICTS);
const titleLevel = z.enum(VALUES['title-level']);
/** Another meaning for some readings: meaning by reading. */
const choices = z.record(z.string().max(120), z.string().max(120));
const change = z.json() as unknown as z.ZodType<PackChange>;

export const listPackVersions = endpoint({
  method: 'GET',
  url: '/api/policy-packs',
  action: 'policy.list-drafts',
  summary: '所有政策的所有版本，草案在内',
  answer: z.object({ items: z.array(policySummary.extend({ approvedBy: z.array(id) })) }),
});

/** What a version was checked for. */
export const policyCheck = z.object({
  /** Why it cannot be loaded; then nothing else was checked. */
  problems: z.array(z.string()),
  lints: z.array(z.object({ where: z.string(), message: z.string() })),
  readings: z.object({ tried: z.int(), problems: z.array(z.string()) }),
  examples: z.object({
    run: z.int(),
    failed: z.array(z.object({ name: z.string(), title: z.string(), differences: z.array(z.string()) })),
  }),
  /** Conditions that no example saw met, unmet or open. */
  unseen: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      text: z.string(),
      lacking: z.array(z.enum(['met', 'unmet', 'open'])),
    }),
  ),
  /** The attached official text against labels.json; null where none is attached. */
  source: z
    .object({
      missingInText: z.array(z.string()),
      missingInLabels: z.array(z.string()),
      changed: z.array(z.string()),
      withoutCondition: z.array(z.string()),
      withoutClause: z.array(z.string()),
    })
    .nullable(),
});
export type PolicyCheck = z.infer<typeof policyCheck>;

export const checkPolicyVersion = endpoint({
  method: 'GET',
  url: '/api/policies/:pack/versions/:number/check',
  action: 'policy.check',
  summary: '检查一个标准的版本：提示、解读、例子、原文',
  params: version,
  answer: policyCheck,
});

/** What differs between two versions, and which examples come to something else. */
export const policyEffect = z.object({
  problems: z.array(z.string()),
  changes: z.array(change),
  run: z.int(),
  examples: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      level: z.string(),
      before: verdict.nullable(),
      after: verdict.nullable(),
      clauses: z.array(
        z.object({ id: z.string(), label: z.string(), text: z.string(), before: z.string(), after: z.string() }),
      ),
    }),
  ),
});
export type PolicyEffect = z.infer<typeof policyEffect>;

export const tryReadings = endpoint({
  method: 'POST',
  url: '/api/policies/:pack/versions/:number/reading-trials',
  action: 'policy.try-readings',
  summary: '换用解读会怎样：条件的差别和例子的结论；不保存',
  params: version,
  body: z.object({ choices }),
  answer: policyEffect,
});

export const draftReadings = endpoint({
  method: 'POST',
  url: '/api/policies/:pack/versions/:number/drafts',
  action: 'policy.draft',
  summary: '把换用解读的版本存为草案，等待两人批准',
  params: version,
  body: z.object({ choices: choices.refine((value) => Object.keys(value).length > 0, '没有换用任何解读') }),
  answer: z.object({ pack: packId, number: z.int().positive(), hash: z.string(), isNew: z.boolean() }),
});

export const getVersionEffect = endpoint({
  method: 'GET',
  url: '/api/policies/:pack/versions/:number/effect',
  action: 'policy.check',
  summary: '一个版本与在用版本并列：条件的差别和例子的结论',
  params: version,
  answer: policyEffect.extend({
    /** The version in use it was held against; null where there is none yet. */
    against: z.int().positive().nullable(),
  }),
});

const MOST_PEOPLE = 1_000_000;

export const startSimulation = endpoint({
  method: 'POST',
  url: '/api/policies/:pack/versions/:number/simulations',
  action: 'policy.simulate',
  summary: '模拟一个版本对一群人的影响：谁受益、谁受损、因为哪条',
  params: version,
  body: z.object({
    /** The version to hold it against, of the same pack or of another one with the same level. */
    against: z.object({ pack: packId, number: z.int().positive() }),
    level: titleLevel,
    people: z.int().min(100, '至少100人').max(MOST_PEOPLE, `最多${MOST_PEOPLE}人`),
  }),
  answer: z.object({ id }),
});

const simulationResult = z.json() as unknown as z.ZodType<SimulationResult>;

export const getSimulation = endpoint({
  method: 'GET',
  url: '/api/policy-simulations/:id',
  action: 'policy.read-simulation',
  summary: '一次模拟的进度和结果',
  params: z.object({ id }),
  answer: z.object({
    id,
    pack: packId,
    number: z.int().positive(),
    against: z.object({ pack: packId, number: z.int().positive() }),
    level: titleLevel,
    people: z.int(),
    startedAt: instant,
    /** How many are done; known to the server that computes. */
    done: z.int().nonnegative(),
    result: simulationResult.nullable(),
  }),
});
export type PolicySimulation = z.infer<typeof getSimulation.answer>;
