import type { Client } from '@zhiping/contract';
import type { Process } from '@zhiping/core';
import { asPlatform, type Ctx } from '../../../context.ts';
import type { Installation } from '../../../installation.ts';
import type { Door } from './door.ts';
import type { Turn } from './fates.ts';
import type { FieldOfWork } from './field.ts';
import type { Papers } from './papers.ts';
import type { Chance } from './random.ts';

/** A unit of the demonstration with somebody of its staff. */
export interface Employer {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public-institution' | 'enterprise' | 'private' | 'social';
  readonly affiliation: 'provincial' | 'city' | 'private';
  readonly staffId: string;
}

/** One province while its year is played. */
export interface World {
  readonly installation: Installation;
  readonly door: Door;
  readonly papers: Papers;
  readonly organiserId: string;
  readonly office: Client;
  readonly newId: () => string;
  /** The date business time stands at. */
  today: string;
}

/** One applicant's case. */
export interface Case {
  readonly personId: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly username: string;
  readonly name: string;
  readonly female: boolean;
  readonly bornOn: string;
  readonly employer: Employer;
  readonly planId: string;
  readonly process: Process;
  readonly field: FieldOfWork;
  readonly specialty: string;
  readonly level: 'engineer' | 'senior' | 'full-senior';
  readonly begins: string;
  readonly hurried: boolean;
  readonly chance: Chance;
  /** What is left of the turns of its fate. */
  readonly turns: Map<string, Turn[]>;
}

export function look<T>({ installation }: World, fn: (ctx: Ctx) => Promise<T>): Promise<T> {
  return asPlatform(installation, 'system.seed', fn);
}

/** Somebody who acts for an authority or association; the demonstration has one for each of its own. */
export async function staffOf(world: World, relation: 'authority' | 'association', bodyId: string): Promise<Client> {
  const { person_id: personId } = await look(world, ({ tx }) =>
    tx
      .selectFrom('relation')
      .select('person_id')
      .where('relation', '=', relation)
      .where('subject_id', '=', bodyId)
      .where('ended_at', 'is', null)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return world.door.as(personId);
}
