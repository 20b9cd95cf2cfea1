import { idNumberCheck } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { createPerson, type NewRelation } from '../../modules/account/index.ts';
import { hashPassword } from '../../security/passwords.ts';
import { DEMONSTRATION_LOGINS, DEMONSTRATION_PASSWORD } from './logins.ts';
import { DEMONSTRATION } from './organisations.ts';

type Username = (typeof DEMONSTRATION_LOGINS)[number]['username'];
const ofOrganiser = (relation: NewRelation['relation']): NewRelation => ({
  relation,
  subjectId: DEMONSTRATION.organiser,
  organiserId: DEMONSTRATION.organiser,
});

/** Applicants and experts hold no relation: those come from their applications and meetings. */
const RELATIONS: Readonly<Record<Username, readonly NewRelation[]>> = {
  applicant: [],
  applicant2: [],
  unit: [{ relation: 'unit', subjectId: DEMONSTRATION.enterprise }],
  unit2: [{ relation: 'unit', subjectId: DEMONSTRATION.institution }],
  authority: [{ relation: 'authority', subjectId: DEMONSTRATION.authority }],
  association: [{ relation: 'association', subjectId: DEMONSTRATION.association }],
  office: [ofOrganiser('office')],
  chair: [],
  supervisor: [ofOrganiser('supervisor')],
  confirmer: [{ relation: 'confirmer', subjectId: DEMONSTRATION.confirmer }],
  policy: [ofOrganiser('policy-owner')],
  policy2: [ofOrganiser('policy-owner')],
  system: [ofOrganiser('system-admin')],
  security: [ofOrganiser('security-admin')],
  audit: [ofOrganiser('audit-admin')],
};

/** Creates one person with a login for every role. */
export async function seedPeople(ctx: Ctx): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  let number = 0;
  for (const { username, name } of DEMONSTRATION_LOGINS) {
    number += 1;
    await createPerson(ctx, {
      name,
      idNumber: idNumber(`2101021985${String(100 + number).padStart(4, '0')}`, number),
      phone: `1380000${String(number).padStart(4, '0')}`,
      account: { username, passwordHash },
      relations: RELATIONS[username],
    });
  }
}

/** An invented identity number with its check digit, from area and birth date and a sequence. */
export function idNumber(areaAndBirth: string, sequence: number): string {
  const body = `${areaAndBirth}${String(sequence).padStart(3, '0')}`;
  return body + idNumberCheck(body);
}
