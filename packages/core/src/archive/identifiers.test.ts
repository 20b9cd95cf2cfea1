import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierWarning, personalFactsOf } from './identifiers.ts';

describe('identifiers', () => {
  it.each([
    ['id-number', '11010519491231002X'],
    ['id-number', '11010519491231002x'],
    ['id-number', '440524188001010014'],
    ['credit-code', '91350100M000100Y43'],
    ['credit-code', '91331081307655191L'],
    ['patent-number', '200310102344.5'],
    ['patent-number', 'ZL 200310102344.5'],
    ['issn', '1000-0003'],
    ['issn', '0317-8471'],
    ['isbn', '978-7-111-40701-0'],
    ['isbn', '0-306-40615-2'],
    ['cn', 'CN 21-1234/TP'],
    ['cn', '11-1826'],
    ['software-registration', '2023SR0123456'],
  ] as const)('takes the %s %s', (kind, value) => {
    expect(identifierWarning(kind, value)).toBeNull();
  });

  it.each([
    ['id-number', '210102198501011234'],
    ['id-number', '110105194912310021'],
    ['id-number', '11010519490231002X'],
    ['credit-code', '91310115MA1H8R7C6D'],
    ['patent-number', '200310102344.6'],
    ['patent-number', '12345'],
    ['issn', '1000-0004'],
    ['isbn', '978-7-111-40701-1'],
    ['cn', '1234'],
    ['software-registration', 'SR1'],
  ] as const)('warns of the %s %s', (kind, value) => {
    expect(identifierWarning(kind, value)).toMatch(/请核对。$/);
  });

  it('says nothing about a blank', () => {
    expect(identifierWarning('isbn', '  ')).toBeNull();
  });

  it('finds every single wrong digit of an ID number', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const good = '440524188001010014';
        const changed = (Number(good[at]) + shift) % 10;
        expect(identifierWarning('id-number', good.slice(0, at) + changed + good.slice(at + 1))).not.toBeNull();
      }),
    );
  });

  it('reads birth date and sex from an ID number', () => {
    expect(personalFactsOf('11010519491231002X')).toEqual({ bornOn: '1949-12-31', sex: 'female' });
    expect(personalFactsOf('440524188001010014')).toEqual({ bornOn: '1880-01-01', sex: 'male' });
    expect(personalFactsOf('E12345678')).toBeNull();
  });
});
