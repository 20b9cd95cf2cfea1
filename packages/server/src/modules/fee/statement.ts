import { AppError } from '@zhiping/contract';
import {
  type BankEntry,
  canonicalJson,
  feeStageOf,
  matchEntries,
  type Matching,
  paymentReference,
  readStatement,
  type Statement,
  sha256Hex,
  type StatementLine,
} from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { readTables } from '../../spreadsheet/index.ts';
import { processOf } from '../application/index.ts';
import type { PlanTarget } from './target.ts';

/** A line of a file with the mark by which the same booking is known again. */
export interface NewEntry extends StatementLine {
  readonly fingerprint: string;
  /** Imported before, with this or another file. */
  readonly known: boolean;
}

/** An application that waits for its fee. */
export interface WaitingFee {
  readonly applicationId: string;
  readonly number: string;
  readonly applicantName: string;
}

export interface Read {
  readonly entries: readonly NewEntry[];
  readonly skipped: Extract<Statement, { ok: true }>['skipped'];
  /** By the fingerprint of the entry. */
  readonly matching: Matching;
  readonly waiting: ReadonlyMap<string, WaitingFee>;
  /** Of everything that importing it would do. */
  readonly digest: string;
}

/** Reads a bank's file and works out what it pays, without keeping anything. @throws AppError `STATEMENT_UNREADABLE` */
export async function readFile(ctx: Ctx, { plan }: PlanTarget, content: string): Promise<Read> {
  const statement = await statementIn(Buffer.from(content, 'base64'));
  if (!statement.ok) throw new AppError('STATEMENT_UNREADABLE', { details: { words: statement.problem } });
  const marked = withFingerprints(statement.lines);
  const { rows: known } = await sql<{ fingerprint: string }>`select fingerprint from bank_entry
    where organiser_id = ${plan.organiser_id} and fingerprint = any(${marked.map(({ fingerprint }) => fingerprint)}::text[])`.execute(
    ctx.tx,
  );
  const before = new Set(known.map(({ fingerprint }) => fingerprint));
  const entries = marked.map((entry) => ({ ...entry, known: before.has(entry.fingerprint) }));
  const waiting = await waitingFees(ctx, plan);
  const process = await processOf(ctx, plan);
  const amountFen = process.plan.fee?.amountFen ?? 0;
  const matching = matchEntries(
    entries
      .filter((entry) => !entry.known)
      .map(
        ({ fingerprint, bookedOn, amountFen: fen, payer, remark }): BankEntry => ({
          id: fingerprint,
          bookedOn,
          amountFen: fen,
          payer,
          remark,
        }),
      ),
    waiting.map(({ applicationId, number, applicantName }) => ({
      applicationId,
      reference: paymentReference(number),
      amountFen,
      applicantName,
    })),
  );
  return {
    entries,
    skipped: statement.skipped,
    matching,
    waiting: new Map(waiting.map((one) => [one.applicationId, one])),
    digest: sha256Hex(canonicalJson([...matching.matched, ...matching.unmatched].map((one) => ({ ...one })))),
  };
}

/** Everybody the plan's fee stage waits for. */
async function waitingFees(ctx: Ctx, plan: PlanTarget['plan']): Promise<readonly WaitingFee[]> {
  const process = await processOf(ctx, plan);
  const stage = feeStageOf(process.plan);
  if (stage === null) throw new AppError('NO_FEE');
  return ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.id as applicationId', 'a.number', 'p.name as applicantName'])
    .where('a.plan_id', '=', plan.id)
    .where('a.stage', '=', stage)
    .orderBy('a.id')
    .execute();
}

/** The bank's number of a booking, else everything about it and which of several equal lines it is. */
function withFingerprints(
  lines: readonly StatementLine[],
): readonly (StatementLine & { readonly fingerprint: string })[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { serial, bookedOn, amountFen, payer, remark } = line;
    const key = canonicalJson(serial === '' ? [bookedOn, amountFen, payer, remark] : [serial, bookedOn, amountFen]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { ...line, fingerprint: sha256Hex(`${key}#${nth}`) };
  });
}

/** A CSV file, or the first sheet of an Excel workbook that is a statement. */
async function statementIn(bytes: Buffer): Promise<Statement> {
  const read = (await readTables(bytes)).map(readStatement);
  return read.find(({ ok }) => ok) ?? read[0] ?? readStatement([]);
}
