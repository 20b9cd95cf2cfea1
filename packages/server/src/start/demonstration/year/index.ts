import { moveClock } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { asPlatform } from '../../../context.ts';
import { createPerson } from '../../../modules/account/index.ts';
import { processOf } from '../../../modules/application/index.ts';
import { hashPassword } from '../../../security/passwords.ts';
import { newId } from '../../../security/random.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { DEMONSTRATION_PASSWORD } from '../logins.ts';
import { idNumber } from '../people.ts';
import type { Province } from '../province.ts';
import { PROVINCES } from '../provinces/index.ts';
import type { Platform } from '../../platform.ts';
import { openDoor } from './door.ts';
import { march } from './march.ts';
import { nameFor } from './names.ts';
import { found } from './organisations.ts';
import { printPapers } from './papers.ts';
import { play } from './play.ts';
import { type ProvinceYear, YEARS } from './provinces.ts';
import { chanceOf } from './random.ts';
import type { Case, Employer, World } from './world.ts';

/** Stories of a province that go on at once; the three provinces go on beside each other. */
const WIDTH = 5;
/** Days after the first start within which a year may still be filled: later its first days are gone. */
const DAYS_OF_GRACE = 3;
const DAY_MS = 86_400_000;

/** The part of a platform that filling needs. */
export type Filled = Pick<Platform, 'installation' | 'settle'>;

/** How the filling of one province ended. */
export interface FilledYear {
  readonly province: string;
  /** `there`: filled before; `moved-on`: its business time is past the beginning of the year. */
  readonly outcome: 'filled' | 'there' | 'moved-on';
  readonly applications: number;
}

/**
 * Fills the demonstration year of every province with some 300 applications in all stages, by the platform's own
 * interface: every state was reached by the steps that lead to it. A province that is filled or has moved on is left alone.
 */
export async function fillYears(
  platform: Filled,
  say: (line: string) => void,
  years: readonly ProvinceYear[] = YEARS,
): Promise<readonly FilledYear[]> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  return Promise.all(
    years.map((year) => {
      const province = PROVINCES.find(({ name }) => name === year.name);
      if (province === undefined) throw new Error(`no province ${year.name}`);
      return fillYear(platform, province, year, passwordHash, say);
    }),
  );
}

async function fillYear(
  platform: Filled,
  province: Province,
  year: ProvinceYear,
  passwordHash: string,
  say: (line: string) => void,
): Promise<FilledYear> {
  const { installation } = platform;
  const outcome = await asPlatform(installation, 'system.seed', (ctx) => mayFill(ctx, province, year));
  if (outcome !== 'filled') return { province: year.name, outcome, applications: 0 };
  const door = await openDoor(installation);
  try {
    const { world, cases } = await asPlatform(installation, 'system.seed', async (ctx) => {
      const people = await cast(ctx, province, year, passwordHash);
      return { cases: people, world: { officeId: await personOf(ctx, officeOf(province)) } };
    });
    const office = await door.as(world.officeId);
    const here: World = {
      installation,
      door,
      papers: await printPapers(province.startsAt.slice(0, 10), newId),
      organiserId: province.organiser.id,
      office,
      newId,
      today: dateInShanghai(province.startsAt),
    };
    await march(
      cases.map((one) => play(here, one)),
      {
        until: year.until,
        width: WIDTH,
        moveTo: async (date) => {
          if (date <= here.today) return;
          const to = `${date}T01:00:00.000Z`;
          await office(moveClock, { params: { organiserId: here.organiserId }, body: { to } });
          await platform.settle();
          here.today = date;
        },
        onDay: (date, stories) => say(`  ${year.name} ${date}：办理 ${stories} 件`),
      },
    );
    await platform.settle();
    return { province: year.name, outcome, applications: cases.length };
  } finally {
    await door.close();
  }
}

/** Once only, and only while business time still stands at the beginning. */
async function mayFill(ctx: Ctx, province: Province, year: ProvinceYear): Promise<FilledYear['outcome']> {
  const there = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where('username', '=', usernameOf(year, 1))
    .executeTakeFirst();
  if (there !== undefined) return 'there';
  const gone = Date.parse(ctx.businessNowOf(province.organiser.id)) - Date.parse(province.startsAt);
  return gone > DAYS_OF_GRACE * DAY_MS ? 'moved-on' : 'filled';
}

const usernameOf = (year: ProvinceYear, number: number): string => `${year.prefix}${String(number).padStart(3, '0')}`;

function officeOf(province: Province): string {
  const office = province.logins.find(({ holds }) => holds?.relation === 'office');
  if (office === undefined) throw new Error(`${province.name} has no office`);
  return office.username;
}

async function personOf(ctx: Ctx, username: string): Promise<string> {
  const { person_id: personId } = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return personId;
}

/** Everybody who applies, with an account, and where they work. */
async function cast(ctx: Ctx, province: Province, year: ProvinceYear, passwordHash: string): Promise<Case[]> {
  const chance = chanceOf(Number(province.areaCode));
  const [associationId] = province.associations.map(({ id }) => id);
  const employers = [
    ...(await first(ctx, province)),
    ...(await found(ctx, {
      ...year,
      areaCode: province.areaCode,
      associationId: associationId ?? null,
      passwordHash,
      chance,
    })),
  ];
  const cases: Case[] = [];
  for (const plan of year.plans) {
    const open = province.plans.find(({ pack }) => pack === plan.pack);
    if (open === undefined) throw new Error(`${plan.pack} is not open`);
    const pinned = await ctx.tx
      .selectFrom('plan')
      .select(['pack', 'pack_number', 'organiser_id'])
      .where('id', '=', open.id)
      .executeTakeFirstOrThrow();
    const process = await processOf(ctx, pinned);
    const own = employers.filter(({ name }) => plan.units === undefined || plan.units.includes(name));
    for (const fate of plan.fates) {
      const aims = plan.aims.filter(({ specialty }) => fate.specialty === undefined || specialty === fate.specialty);
      for (let count = 0; count < fate.count; count += 1) {
        const at = cases.length + 1;
        const female = chance.below(3) === 0;
        const bornOn = chance.date('1976-01-01', '1988-12-31');
        const sequence = 101 + at * 2 + (female ? 1 : 0);
        const born = bornOn.replaceAll('-', '');
        const person = {
          name: nameFor(chance, female),
          female,
          bornOn,
          idNumber: idNumber(`${province.areaCode}${born}`, sequence),
          phone: `137${province.areaCode.slice(0, 4)}${String(at).padStart(4, '0')}`,
          username: usernameOf(year, at),
        };
        const personId = await createPerson(ctx, {
          ...person,
          account: { username: person.username, passwordHash },
        });
        cases.push({
          ...person,
          personId,
          employer: chance.pick(own),
          planId: open.id,
          process,
          ...chance.pick(aims),
          begins: chance.date(fate.from, fate.to),
          hurried: fate.hurried === true,
          chance: chanceOf(at * 7919 + Number(province.areaCode)),
          turns: new Map(Object.entries(fate.turns).map(([stage, turns]) => [stage, [...turns]])),
        });
      }
    }
  }
  return cases;
}

/** The two units of the login page, with the staff shown there. */
async function first(ctx: Ctx, province: Province): Promise<Employer[]> {
  const employers: Employer[] = [];
  for (const { id, name, kind, area } of province.units) {
    const staff = province.logins.find(({ holds }) => holds?.subjectId === id);
    if (staff === undefined) continue;
    const provincial = area.endsWith('省');
    const affiliation = kind === 'private' ? 'private' : provincial ? 'provincial' : 'city';
    employers.push({ id, name, kind, affiliation, staffId: await personOf(ctx, staff.username) });
  }
  return employers;
}
