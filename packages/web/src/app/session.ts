import { getMe, type Me } from '@zhiping/contract';
import type { Relation } from '@zhiping/core';
import { useEndpoint } from './call.ts';

export type { Me } from '@zhiping/contract';

/** Who is signed in and what this person is to organisations. */
export const useMe = () => useEndpoint(getMe, {});

/** The ids of the units, offices or meetings to which this person is `relation`. */
export const subjectsOf = (me: Me, relation: Relation): readonly string[] =>
  me.relations.filter((held) => held.relation === relation).map((held) => held.subjectId);
