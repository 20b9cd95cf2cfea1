import type { AuthorityKind, Relation } from '@zhiping/core';
import type { AccountTables } from '../../modules/account/tables.ts';
import type { DemonstrationRow } from './archive-people.ts';

/** One login of the demonstration: who it is, and what they are to which organisation. */
export interface ProvinceLogin {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  /** Applicants and experts hold no relation: those come from their applications and meetings. */
  readonly holds?: { readonly relation: Relation; readonly subjectId: string };
}

/** An applicant with a unit and an archive of their own. */
export interface ProvinceMember {
  readonly username: string;
  readonly unitId: string;
  /** Login of the unit's staff who verified the rows. */
  readonly staff: string;
  readonly post: string;
  readonly joinedOn: string;
  readonly rows: readonly DemonstrationRow[];
}

type Unit = Pick<AccountTables['unit'], 'id' | 'name' | 'kind' | 'area' | 'authority_id' | 'association_id'> & {
  /** The first 17 characters of the credit code; the check character follows from them. */
  readonly code: string;
};

/** What the demonstration knows of one province: all invented, except the names of public authorities. */
export interface Province {
  readonly name: string;
  readonly organiser: { readonly id: string; readonly name: string; readonly officeName: string };
  /** Business time of the organiser at the first start, the day before its first window opens. */
  readonly startsAt: string;
  readonly authorities: readonly {
    readonly id: string;
    readonly name: string;
    readonly area: string;
    readonly kind: AuthorityKind;
  }[];
  readonly associations: readonly { readonly id: string; readonly name: string }[];
  /** The authority that confirms results. */
  readonly confirmerId: string;
  readonly units: readonly Unit[];
  /** Area code of the ID numbers of its people, six digits. */
  readonly areaCode: string;
  readonly logins: readonly ProvinceLogin[];
  /** Experts of its organiser's pool who can sign in; of these the draw takes some. */
  readonly experts: readonly ProvinceLogin[];
  readonly members: readonly ProvinceMember[];
  readonly plans: readonly { readonly id: string; readonly pack: string }[];
}
