import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocuments, type DocumentKind } from '@zhiping/server/documents/index';
import { SAMPLES } from '@zhiping/server/documents/samples/index';
import { type PlanSample, planSamples } from '@zhiping/server/documents/samples/of-plan';
import { packIds } from '@zhiping/server/policy/read-standard';
import { planOfPack, POLICIES, Unusable } from '../policies.ts';

const USAGE = '用法：zhiping documents samples <文件夹>　把每种文件的样张和各年度计划的表格写成 PDF';

/** `documents samples DIR`: one PDF of each document, and the forms of every plan as the plan lays them out. */
export async function documentsCommand(args: readonly string[]): Promise<number> {
  const [what, folder] = args;
  if (what !== 'samples' || folder === undefined || args.length > 2) {
    console.error(USAGE);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  const documents = createDocuments(process.env.ZHIPING_FONTS);
  const write = async (name: string, { kind, data }: PlanSample): Promise<void> => {
    const pdf = await documents.render(kind, data as never);
    writeFileSync(join(folder, `${name}.pdf`), pdf);
    console.log(`${name}.pdf`);
  };
  try {
    for (const kind of Object.keys(SAMPLES) as DocumentKind[]) await write(kind, { kind, data: SAMPLES[kind] });
    for (const id of packIds(POLICIES, 'plan.yaml'))
      for (const [at, sample] of planSamples(planOfPack(id)).entries())
        await write(`${id}-${at + 1}-${sample.kind}`, sample);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    for (const line of error.lines) console.error(line);
    return 1;
  } finally {
    await documents.close();
  }
  return 0;
}
