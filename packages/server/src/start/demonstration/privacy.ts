import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';

/** The notice of the demonstration, agreed to by its invented people. */
export async function seedPrivacy(ctx: Ctx): Promise<void> {
  const there = await ctx.tx.selectFrom('privacy_notice').select('version').limit(1).executeTakeFirst();
  if (there) return;
  await ctx.tx
    .insertInto('privacy_notice')
    .values({
      version: 1,
      title: '个人信息处理告知书（示例）',
      body: BODY,
      sensitive: SENSITIVE,
      published_at: ctx.systemNow,
      published_by: null,
    })
    .execute();
  await sql`insert into privacy_consent (id, person_id, kind, version, given_at, withdrawn_at)
    select gen_random_uuid(), p.id, k, 1, ${ctx.systemNow}, null from person p, unnest(array['notice', 'sensitive']) k`.execute(
    ctx.tx,
  );
}

const BODY = `一、处理者：组建评审委员会的单位及其评委会办公室；平台由其运行。
二、目的和方式：职称申报、核验、公示、评审、发证和监督。材料由您填写和上传，由所在单位核验，按评审计划交主管部门、评委会办公室和评审专家使用；评审专家只看隐去身份的案卷。
三、种类：姓名、身份证号码、联系方式、学历、职称、工作经历、业绩成果及佐证材料。
四、保存期限：业绩档案由您长期保有；评审材料按文书档案规定保存。
五、您的权利：查阅、复制、更正、删除，要求说明，对不利结论要求人工复核，撤回同意。在“我的信息与隐私”中提出，十五日内答复。
六、公开：单位公示和结果公示只列文件规定的内容，期满撤下。`;
const SENSITIVE = `身份证号码、照片属于敏感个人信息，用于确认申报人身份和制作证书。这些内容加密保存，列表中一律遮盖；有权办理的人员查看时留下记录，您可以随时看到谁看过。不同意的，不能在线申报。`;
