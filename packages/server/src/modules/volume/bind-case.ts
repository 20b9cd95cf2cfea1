import { buffer } from 'node:stream/consumers';
import { AppError } from '@zhiping/contract';
import { asPlatform, type Ctx } from '../../context.ts';
import { renderDocument } from '../../documents/index.ts';
import type { Binder, Paper } from '../../documents/binding/bind.ts';
import { openUnlessDestroyed } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import type { Installation } from '../../installation.ts';
import { formsFor, printBound, printForm, type Sources, sourcesOf } from '../form/index.ts';
import { type Section, volumesOf } from './plan-sections.ts';

/** A file of the archive. */
export interface BoundFile {
  readonly path: string;
  readonly content: Uint8Array;
}
export interface BoundCase {
  readonly number: string;
  readonly files: readonly BoundFile[];
  readonly problems: readonly string[];
}
interface Item {
  readonly section: string;
  readonly title: string | null;
  readonly paper: Paper | null;
}
const MAKING = 'system.volume-make';
const PDF = 'application/pdf';

/**
 * The volumes of one application, each with cover, contents and page numbers, and its forms beside them. What cannot be
 * printed or bound is told in `problems`; with `copies` each form lies there as often as the plan wants it beside the volumes; `step` hears what is being done and is given the share that is done, 0 to 1.
 */
export async function bindCase(
  installation: Installation,
  binder: Binder,
  { applicationId, copies }: { readonly applicationId: string; readonly copies: boolean },
  step: (doing: string, share: number) => Promise<void>,
): Promise<BoundCase | null> {
  const inTx = <T>(fn: (ctx: Ctx) => Promise<T>): Promise<T> => asPlatform(installation, MAKING, fn);
  const sources = await inTx(async (ctx) => {
    const row = await ctx.tx.selectFrom('application').selectAll().where('id', '=', applicationId).executeTakeFirst();
    return row ? sourcesOf(ctx, row) : null;
  });
  if (sources === null) return null;
  const { number, applicantName } = sources.subject;
  const folder = `${number}-${applicantName}`;
  const problems: string[] = [];
  const files: BoundFile[] = [];
  const volumes = volumesOf(
    sources.plan,
    sources.row.route,
    sources.snapshot.rows.filter(({ files: own }) => own.length > 0).map(({ kind }) => kind),
  );
  for (const [at, volume] of volumes.entries()) {
    await step(`${folder} ${volume.name}`, at / (volumes.length + 1));
    const items: Item[] = [];
    for (const section of volume.sections) {
      items.push(...(await inTx((ctx) => itemsOf(ctx, sources, section, problems))));
      await step(`${folder} ${volume.name} ${section.title}`, at / (volumes.length + 1));
    }
    const bound = await bindVolume(binder, sources, items, { name: volume.name, ordinal: at + 1, of: volumes.length });
    files.push({ path: `${folder}/${volume.name}.pdf`, content: bound.pdf });
    for (const [index, loose] of bound.loose.entries()) {
      problems.push(`${volume.name}：“${loose.title ?? ''}”不能装订，另附原件`);
      if (loose.paper)
        files.push({
          path: `${folder}/未装订/${at + 1}-${index + 1}.${endingOf(loose.paper)}`,
          content: loose.paper.bytes,
        });
    }
  }
  await step(`${folder} 表格`, volumes.length / (volumes.length + 1));
  for (const form of formsFor(sources.plan, sources.row).filter(({ waitsFor }) => waitsFor === null)) {
    const printed = await print(() => printForm(sources, form.ordinal), form.name, problems);
    if (printed === null) continue;
    const bound = sources.plan.documents.forms[form.ordinal]?.bound ?? 0;
    for (const name of copies ? copyNames(form.name, form.copies - bound) : [form.name]) {
      files.push({ path: `${folder}/表格/${name}.pdf`, content: printed.bytes });
    }
  }
  return { number, files, problems };
}

/** A name for each of so many copies; none for none, the plain one for one. */
const copyNames = (name: string, copies: number): readonly string[] =>
  copies === 1 ? [name] : Array.from({ length: Math.max(0, copies) }, (_, at) => `${name}（第 ${at + 1} 份）`);

const endingOf = ({ mediaType }: Paper): string =>
  mediaType === PDF ? 'pdf' : mediaType === 'image/png' ? 'png' : 'jpg';

async function itemsOf(ctx: Ctx, sources: Sources, section: Section, problems: string[]): Promise<readonly Item[]> {
  const items: Item[] = [];
  const add = (title: string | null, paper: Paper | null): unknown =>
    items.push({ section: section.title, title, paper });
  if (section.prints !== undefined) {
    const bound = section.prints;
    const paper = await print(() => printBound(ctx, sources, bound), section.title, problems);
    if (paper) add(section.title, paper);
  }
  const rows = sources.snapshot.rows.filter(({ kind }) => section.kinds?.includes(kind));
  if (section.listed && rows.length > 0) {
    const list = await print(() => printListing(sources, section.title, rows), `${section.title}一览表`, problems);
    if (list) add(`${section.title}一览表`, list);
  }
  for (const row of rows) {
    for (const file of row.files) {
      const title = [row.title, file.purpose || file.name].filter(Boolean).join('　');
      const kept = await openUnlessDestroyed(ctx, file.fileId);
      if (kept === null) problems.push(`${title}：已按保存期限销毁`);
      else add(title, { mediaType: kept.mediaType, bytes: await buffer(kept.content) });
    }
  }
  if (items.length === 0) add(null, null);
  return items;
}

/** Prints a paper; where it cannot be printed the reason is kept and the rest goes on. */
async function print(work: () => Promise<FileAnswer | null>, title: string, problems: string[]): Promise<Paper | null> {
  try {
    const answer = await work();
    if (answer === null) return null;
    const bytes = Buffer.isBuffer(answer.content) ? answer.content : await buffer(answer.content);
    return { mediaType: answer.mediaType, bytes };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const characters = (error.details as { characters?: readonly string[] } | undefined)?.characters ?? [];
    problems.push(`${title}：${error.message}${characters.length > 0 ? `（${characters.join(' ')}）` : ''}`);
    return null;
  }
}

async function printListing(
  { subject }: Sources,
  title: string,
  rows: Sources['snapshot']['rows'],
): Promise<FileAnswer> {
  const columns = [...new Set(rows.flatMap(({ facts }) => facts.map(({ name }) => name)))].slice(0, 6);
  const content = await renderDocument('listing', {
    number: subject.number,
    verificationCode: subject.verificationCode,
    issuedOn: subject.issuedOn,
    watermark: null,
    title: `${title}一览表`,
    applicantName: subject.applicantName,
    unitName: subject.unitName,
    columns: columns.length > 0 ? columns : ['名称'],
    rows: rows.map((row) =>
      columns.length > 0
        ? columns.map((column) => (row.facts.find(({ name }) => name === column)?.value ?? '').slice(0, 600))
        : [row.title],
    ),
  });
  return { fileName: title, mediaType: PDF, content: Buffer.from(content) };
}

async function bindVolume(
  binder: Binder,
  sources: Sources,
  items: readonly Item[],
  volume: { readonly name: string; readonly ordinal: number; readonly of: number },
): Promise<{ readonly pdf: Uint8Array; readonly loose: readonly Item[] }> {
  const papers = items.flatMap(({ paper }) => (paper ? [paper] : []));
  const counted = papers.length === 0 ? [] : await binder.count(papers);
  const pagesOf = (item: Item): number | null => (item.paper ? (counted[papers.indexOf(item.paper)] ?? null) : null);
  let next = 1;
  const lines = items.map((item) => {
    const pages = pagesOf(item);
    const line = { section: item.section, title: item.title, from: pages === null ? null : next, pages: pages ?? 0 };
    next += pages ?? 0;
    return { ...line, title: line.title === null ? null : line.title.slice(0, 300) };
  });
  const { subject, plan, committeeName } = sources;
  const head = await renderDocument('volume-contents', {
    number: subject.number,
    verificationCode: subject.verificationCode,
    issuedOn: subject.issuedOn,
    watermark: null,
    volumeName: volume.name,
    ordinal: volume.ordinal,
    volumes: volume.of,
    year: plan.year,
    unitName: subject.unitName,
    applicantName: subject.applicantName,
    specialty: subject.specialty,
    titleName: subject.titleName,
    committeeName,
    items: lines,
    madeOn: subject.issuedOn,
  });
  const cover: Paper = { mediaType: PDF, bytes: head };
  const [front] = await binder.count([cover]);
  const bindable = items.flatMap((item) => (item.paper && pagesOf(item) !== null ? [item.paper] : []));
  const pdf = await binder.bind([cover, ...bindable], front ?? 0);
  return { pdf, loose: items.filter((item) => item.paper !== null && pagesOf(item) === null) };
}
