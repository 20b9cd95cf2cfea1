import { isTokenRelation } from '@zhiping/core';
import { useMe } from '../session.ts';

/** The bodies the reader works for, each in the relation in which a program may act for it. */
export function useWorkplaces() {
  const me = useMe();
  return (me.data?.relations ?? []).flatMap(({ relation, subjectId, subjectName, inPlaceOf }) =>
    inPlaceOf === null && isTokenRelation(relation) ? [{ relation, subjectId, subjectName }] : [],
  );
}
