import type { Relation } from '@zhiping/core';
import type { ComponentType, ReactNode } from 'react';
import { useMe } from '../session.ts';
import { NotFound } from './NotFound.tsx';

/**
 * A page for one relation. "Not there" and "not yours" look alike. This only spares people dead ends: the server
 * decides on every request.
 */
export function guarded(relation: Relation, Page: ComponentType): () => ReactNode {
  return function Guarded() {
    const me = useMe();
    if (!me.data) return null;
    const holds = relation === 'signed-in' || me.data.relations.some((held) => held.relation === relation);
    return holds ? <Page /> : <NotFound />;
  };
}
