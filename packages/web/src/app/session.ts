import type { Relation } from '@zhiping/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../shared/api.ts';

/** `GET /api/me`: who is signed in and what this person is to organisations. */
export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  readonly relations: readonly {
    readonly relation: Relation;
    readonly subjectId: string;
    readonly subjectName: string;
    readonly organiserId: string | null;
  }[];
}

export const meQuery = { queryKey: ['me'], queryFn: () => api.get<Me>('/api/me'), staleTime: 60_000 } as const;

export const useMe = () => useQuery(meQuery);

/** The ids of the units, offices or meetings to which this person is `relation`. */
export const subjectsOf = (me: Me, relation: Relation): readonly string[] =>
  me.relations.filter((held) => held.relation === relation).map((held) => held.subjectId);
