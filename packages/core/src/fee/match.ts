import { possibleReferences } from './reference.ts';

/** One line of a bank statement: money that came in. */
export interface BankEntry {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly payer: string;
  readonly remark: string;
}

/** A fee that is still to be paid. */
export interface OpenFee {
  readonly applicationId: string;
  readonly reference: string;
  readonly amountFen: number;
  readonly applicantName: string;
}

export interface Matched {
  readonly entryId: string;
  readonly applicationId: string;
  readonly by: 'reference' | 'name';
  /** Neither payer nor remark names the applicant: usual where the unit or the family pays, worth a look. */
  readonly otherPayer: boolean;
}

/** Why a person has to look at an entry. */
export type UnmatchedReason = 'nobody' | 'amount-differs' | 'several' | 'already-paid';
export const UNMATCHED_WORDS: Readonly<Record<UnmatchedReason, string>> = {
  nobody: '没有找到对应的申报',
  'amount-differs': '金额与应缴的不同',
  several: '可能对应几件申报或几笔付款，须人工认定',
  'already-paid': '同一申报已有另一笔付款',
};

export interface Unmatched {
  readonly entryId: string;
  readonly reason: UnmatchedReason;
  /** Whom it may belong to. */
  readonly candidates: readonly string[];
}

export interface Matching {
  readonly matched: readonly Matched[];
  readonly unmatched: readonly Unmatched[];
}

/**
 * Which entry pays which fee. First by the reference in the remark, then, where there is none, by the applicant's name
 * where it leaves no choice; the amount must be equal to the fen. An entry never pays two fees, a fee is never paid by
 * two entries, and the answer does not depend on the order of either list. Whatever leaves a choice is left to a person.
 */
export function matchEntries(entries: readonly BankEntry[], fees: readonly OpenFee[]): Matching {
  const byReference = new Map(fees.map((fee) => [fee.reference, fee]));
  const byName = Map.groupBy(fees, ({ applicantName }) => plain(applicantName));
  const paid = new Set<string>();
  const matched: Matched[] = [];
  const unmatched: Unmatched[] = [];
  const without: BankEntry[] = [];

  for (const entry of entries.toSorted(inOrder)) {
    const named = [...possibleReferences(entry.remark)].flatMap((text) => byReference.get(text) ?? []);
    const [fee] = named;
    if (fee === undefined) without.push(entry);
    else if (named.length > 1) unmatched.push(left(entry, 'several', named));
    else if (fee.amountFen !== entry.amountFen) unmatched.push(left(entry, 'amount-differs', named));
    else if (paid.has(fee.applicationId)) unmatched.push(left(entry, 'already-paid', named));
    else {
      paid.add(fee.applicationId);
      matched.push({
        entryId: entry.id,
        applicationId: fee.applicationId,
        by: 'reference',
        otherPayer: !names(entry, fee),
      });
    }
  }

  const claims = without.map((entry) => ({ entry, all: feesNamed(entry, byName) }));
  const claimed = Map.groupBy(
    claims.flatMap(({ entry, all }) => fitting(entry, all, paid).map((fee) => ({ entry, fee }))),
    ({ fee }) => fee.applicationId,
  );
  for (const { entry, all } of claims) {
    const fits = fitting(entry, all, paid);
    const [fee] = fits;
    if (all.length === 0) unmatched.push(left(entry, 'nobody', []));
    else if (fee === undefined) {
      const settled = all.some(({ applicationId }) => paid.has(applicationId));
      unmatched.push(left(entry, settled ? 'already-paid' : 'amount-differs', all));
    } else if (fits.length > 1 || (claimed.get(fee.applicationId)?.length ?? 0) > 1) {
      unmatched.push(left(entry, 'several', fits));
    } else matched.push({ entryId: entry.id, applicationId: fee.applicationId, by: 'name', otherPayer: false });
  }
  return { matched, unmatched };
}

/** By day, then by everything else: two lists with the same entries are walked alike. */
function inOrder(a: BankEntry, b: BankEntry): number {
  const key = ({ bookedOn, payer, remark, id }: BankEntry) => [bookedOn, payer, remark, id].join('\n');
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const left = (entry: BankEntry, reason: UnmatchedReason, fees: readonly OpenFee[]): Unmatched => ({
  entryId: entry.id,
  reason,
  candidates: fees.map(({ applicationId }) => applicationId).toSorted(),
});

const fitting = (entry: BankEntry, fees: readonly OpenFee[], paid: ReadonlySet<string>): readonly OpenFee[] =>
  fees.filter(({ applicationId, amountFen }) => amountFen === entry.amountFen && !paid.has(applicationId));

/** Fees of those whose name is the payer's, or stands in the remark as a word of its own. */
function feesNamed(entry: BankEntry, byName: ReadonlyMap<string, readonly OpenFee[]>): readonly OpenFee[] {
  const words = new Set([plain(entry.payer), ...entry.remark.split(/[^\p{Script=Han}·]+/u).map(plain)]);
  return [...words].flatMap((word) => (word === '' ? [] : (byName.get(word) ?? [])));
}

function names(entry: BankEntry, fee: OpenFee): boolean {
  return plain(`${entry.payer}\n${entry.remark}`).includes(plain(fee.applicantName));
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·•]/g, '');
