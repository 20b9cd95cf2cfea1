import type { VolumeOrder } from '@zhiping/contract';
import type { Generated, JSONColumnType } from 'kysely';

type Problems = VolumeOrder['problems'];

/** Rows of the table this module owns. */
export interface VolumeTables {
  volume_order: {
    id: string;
    application_id: string | null;
    organiser_id: string | null;
    person_id: string | null;
    unit_id: string | null;
    authority_id: string | null;
    /** Set with contact and phone where it is an authority's package of one plan. */
    plan_id: string | null;
    contact: Generated<string>;
    phone: Generated<string>;
    cases: string[];
    name: string;
    state: VolumeOrder['state'];
    percent: Generated<number>;
    doing: Generated<string>;
    problems: JSONColumnType<Problems, string | undefined, string>;
    blob_id: string | null;
    bytes: bigint | null;
    ordered_by: string;
    ordered_at: string;
    beat_at: string | null;
    ended_at: string | null;
    expires_at: string | null;
  };
}
