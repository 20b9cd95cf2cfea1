import { creditCodeCheck } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { addAuthority, addUnit, createPerson } from '../../../modules/account/index.ts';
import { nameFor } from './names.ts';
import type { Chance } from './random.ts';
import type { Employer } from './world.ts';
import { idNumber } from '../people.ts';

/** A unit that takes part besides the two of the first login page. */
export interface NewUnit {
  readonly name: string;
  readonly kind: Employer['kind'];
  readonly affiliation: Employer['affiliation'];
  readonly area: string;
  /** Name of the authority it is registered with: one of the province's own or of `authorities`. */
  readonly authority: string;
}
export interface NewAuthority {
  readonly name: string;
  readonly area: string;
  readonly kind: 'hr' | 'industry' | 'department';
}

/** What the units and authorities of one province need to exist. */
export interface Founding {
  /** Beginning of the logins, e.g. `ln`. */
  readonly prefix: string;
  readonly areaCode: string;
  readonly authorities: readonly NewAuthority[];
  readonly units: readonly NewUnit[];
  readonly associationId: string | null;
  readonly passwordHash: string;
  readonly chance: Chance;
}

const AFFILIATED = { provincial: 'province', city: 'city', private: null } as const;
const REGISTERED_AS = { 'public-institution': '12', enterprise: '91', private: '91', social: '52' } as const;

/** Adds authorities and units, each with a login of its staff: `ln-authority3`, `ln-unit3` and so on. */
export async function found(ctx: Ctx, founding: Founding): Promise<Employer[]> {
  const { prefix, areaCode, chance, passwordHash } = founding;
  const staff = async (relation: 'authority' | 'unit', number: number, subjectId: string): Promise<string> => {
    const sequence = (relation === 'unit' ? 700 : 800) + number;
    return createPerson(ctx, {
      name: nameFor(chance, number % 2 === 0),
      idNumber: idNumber(`${areaCode}19820${1 + (number % 9)}15`, sequence),
      phone: `135${areaCode}${String(sequence).slice(-2)}`,
      account: { username: `${prefix}-${relation}${number}`, passwordHash },
      relations: [{ relation, subjectId }],
    });
  };
  for (const [index, authority] of founding.authorities.entries()) {
    await staff('authority', index + 3, await addAuthority(ctx, authority));
  }
  const authorities = await ctx.tx.selectFrom('authority').select(['id', 'name']).execute();
  const employers: Employer[] = [];
  for (const [index, { affiliation, authority, ...unit }] of founding.units.entries()) {
    const number = index + 3;
    const body = `${REGISTERED_AS[unit.kind]}${areaCode}MA0D0${String(number).padStart(4, '0')}`;
    const id = await addUnit(ctx, {
      ...unit,
      affiliation: AFFILIATED[affiliation],
      credit_code: body + creditCodeCheck(body),
      authority_id: authorities.find(({ name }) => name === authority)?.id ?? null,
      association_id: founding.associationId,
    });
    employers.push({ id, name: unit.name, kind: unit.kind, affiliation, staffId: await staff('unit', number, id) });
  }
  return employers;
}
