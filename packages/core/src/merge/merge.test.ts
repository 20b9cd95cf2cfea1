import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIONS } from '../permission/types.ts';
import { type Holdings, type ObstacleKind, obstaclesTo } from './obstacles.ts';
import { type Identified, sameness } from './same-person.ts';

const NONE: Holdings = {
  relations: [],
  applications: [],
  seats: [],
  unitId: null,
  pools: [],
  delegations: 0,
  single: [],
};
const NOTHING = { decidedOneself: 0, fourEyes: 0 };
const application = { planId: 'p', open: false, occupies: false, meetingId: null };
const seat = { meetingId: 'm', organiserId: 'o', closed: true };
const office = { relation: 'office', organiserId: 'o' } as const;
const supervisor = { relation: 'supervisor', organiserId: 'o' } as const;
const system = { relation: 'system-admin', organiserId: 'o' } as const;
const audit = { relation: 'audit-admin', organiserId: 'o' } as const;

describe('what stands in the way of joining two accounts', () => {
  const cases: readonly (readonly [into: Partial<Holdings>, from: Partial<Holdings>, readonly ObstacleKind[]])[] = [
    [{}, {}, []],
    [{ relations: [system] }, { relations: [audit] }, ['administrators']],
    [{ relations: [system] }, { relations: [system] }, []],
    [{ seats: [seat] }, { applications: [{ ...application, meetingId: 'm' }] }, ['own-meeting']],
    [{ applications: [{ ...application, meetingId: 'm' }] }, { seats: [seat] }, ['own-meeting']],
    [{ seats: [seat] }, { seats: [seat] }, ['two-seats']],
    [{ seats: [seat] }, { seats: [{ ...seat, meetingId: 'n' }] }, []],
    [{}, { seats: [{ ...seat, closed: false }] }, ['open-seat']],
    [{ seats: [{ ...seat, closed: false }] }, {}, []],
    [{ relations: [office] }, { relations: [supervisor] }, ['two-sides']],
    [{ relations: [supervisor] }, { relations: [office] }, ['two-sides']],
    [{ relations: [office] }, { relations: [{ ...supervisor, organiserId: 'other' }] }, []],
    [{ seats: [{ ...seat, closed: false }] }, { relations: [supervisor] }, ['two-sides']],
    [{ seats: [seat] }, { relations: [supervisor] }, []],
    [
      { applications: [{ ...application, occupies: true }] },
      { applications: [{ ...application, occupies: true }] },
      ['same-plan'],
    ],
    [{ applications: [{ ...application, occupies: true }] }, { applications: [application] }, []],
    [
      { applications: [{ ...application, open: true }] },
      { applications: [{ ...application, planId: 'q', open: true }] },
      ['both-open'],
    ],
    [{ unitId: 'u' }, { unitId: 'v' }, ['two-units']],
    [{ unitId: 'u' }, { unitId: 'u' }, []],
    [{ unitId: 'u' }, {}, []],
    [
      { pools: [{ organiserId: 'o', active: false }] },
      { pools: [{ organiserId: 'o', active: true }] },
      ['two-entries'],
    ],
    [{ pools: [{ organiserId: 'o', active: true }] }, { pools: [{ organiserId: 'o', active: false }] }, []],
    [{}, { delegations: 1 }, ['delegation']],
    [{ delegations: 1 }, {}, []],
    [{ single: ['joining:'] }, { single: ['joining:'] }, ['waiting-twice']],
    [{ single: ['request:copy'] }, { single: ['request:delete'] }, []],
  ];
  it.each(cases)('%j and %j: %j', (into, from, expected) => {
    expect(obstaclesTo({ ...NONE, ...into }, { ...NONE, ...from }, NOTHING)).toEqual(expected);
  });

  it('is what one did to the other’s matters, and what both did that needs two', () => {
    expect(obstaclesTo(NONE, NONE, { decidedOneself: 1, fourEyes: 0 })).toEqual(['decided-oneself']);
    expect(obstaclesTo(NONE, NONE, { decidedOneself: 0, fourEyes: 2 })).toEqual(['four-eyes']);
  });

  const id = fc.constantFrom('a', 'b', 'c');
  const holdings: fc.Arbitrary<Holdings> = fc.record({
    relations: fc.array(fc.record({ relation: fc.constantFrom(...RELATIONS), organiserId: id }), { maxLength: 3 }),
    applications: fc.array(
      fc.record({
        planId: id,
        open: fc.boolean(),
        occupies: fc.boolean(),
        meetingId: fc.option(id, { nil: null }),
      }),
      { maxLength: 3 },
    ),
    seats: fc.array(fc.record({ meetingId: id, organiserId: id, closed: fc.boolean() }), { maxLength: 3 }),
    unitId: fc.option(id, { nil: null }),
    pools: fc.array(fc.record({ organiserId: id, active: fc.boolean() }), { maxLength: 2 }),
    delegations: fc.nat({ max: 1 }),
    single: fc.array(id, { maxLength: 2 }),
  });
  /** Which account stays matters to these alone: they are about what has to move. */
  const ONE_WAY: readonly ObstacleKind[] = ['open-seat', 'two-entries', 'delegation'];

  it('is the same whichever account stays, but for what has to move', () => {
    fc.assert(
      fc.property(holdings, holdings, (one, other) => {
        const both = [obstaclesTo(one, other, NOTHING), obstaclesTo(other, one, NOTHING)].map((kinds) =>
          kinds.filter((kind) => !ONE_WAY.includes(kind)),
        );
        expect(both[0]).toEqual(both[1]);
      }),
    );
  });

  it('never grows less when an account has more', () => {
    fc.assert(
      fc.property(holdings, holdings, holdings, (one, other, more) => {
        const grown: Holdings = {
          relations: [...other.relations, ...more.relations],
          applications: [...other.applications, ...more.applications],
          seats: [...other.seats, ...more.seats],
          unitId: other.unitId ?? more.unitId,
          pools: [...other.pools, ...more.pools],
          delegations: other.delegations + more.delegations,
          single: [...other.single, ...more.single],
        };
        const after = obstaclesTo(one, grown, NOTHING);
        expect(obstaclesTo(one, other, NOTHING).filter((kind) => !after.includes(kind))).toEqual([]);
      }),
    );
  });
});

describe('whether two accounts are one person’s', () => {
  const wang: Identified = { name: '王安防', formerNames: [], number: '1' };
  it.each([
    [wang, wang, { same: true, number: 'equal', name: 'equal' }],
    [wang, { ...wang, number: '2' }, { same: false, differs: 'number' }],
    [wang, { ...wang, number: null }, { same: true, number: 'missing', name: 'equal' }],
    [wang, { ...wang, name: '王 安 防', number: null }, { same: true, number: 'missing', name: 'equal' }],
    [wang, { ...wang, name: '王安' }, { same: false, differs: 'name' }],
    [wang, { ...wang, name: '王防', formerNames: ['王安防'] }, { same: true, number: 'equal', name: 'former' }],
    [
      { ...wang, formerNames: ['王大'] },
      { ...wang, name: '王小' },
      { same: false, differs: 'name' },
    ],
  ] as const)('%j and %j: %j', (one, other, expected) => {
    expect(sameness(one, other)).toEqual(expected);
    expect(sameness(other, one)).toEqual(expected);
  });
});
