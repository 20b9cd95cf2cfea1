import type { Check } from './checks.ts';

/** Truths of archives, units and what units state. */
export const archiveChecks: readonly Check[] = [
  {
    name: 'archive.verified-by-other',
    says: '没有人核验自己的档案',
    sql: `select id from archive_row where state = 'verified' and verified_by = person_id`,
  },
  {
    name: 'archive.verified-in-turn',
    says: '已核验的内容都提交过，核验不早于提交',
    sql: `select id from archive_row where state = 'verified' and (submitted_at is null or verified_at < submitted_at)`,
  },
  {
    name: 'archive.waiting-has-unit',
    says: '等待核验的内容都有核验单位和提交时间',
    sql: `select id from archive_row where state = 'waiting' and (unit_id is null or submitted_at is null)`,
  },
  {
    name: 'archive.field-versions',
    says: '每处内容的版本不高于整项的版本',
    sql: `select r.id from archive_row r, jsonb_each_text(r.field_versions) f where f.value::int > r.version`,
  },
  {
    name: 'archive.personal-sealed',
    says: '证件号码和手机号码不以明文保存',
    sql: `select id from archive_row where fields ?| array['idNumber', 'phone']`,
  },
  {
    name: 'archive.evidence-of-row',
    says: '每份材料与它所属的内容同属一人，并归同一单位核验',
    sql: `select e.id from archive_evidence e join archive_row r on r.id = e.row_id
      where e.person_id <> r.person_id or e.unit_id is distinct from r.unit_id`,
  },
  {
    name: 'archive.evidence-owned',
    says: '每份材料的文件用本人的密钥加密',
    sql: `select e.id from archive_evidence e join blob b on b.id = e.blob_id
      where b.owner_person_id is distinct from e.person_id`,
  },
  {
    name: 'unit.attested-by-other',
    says: '没有人为自己作单位证明',
    sql: `select id from unit_attestation where signed_by = person_id`,
  },
  {
    name: 'unit.appraisal-once',
    says: '一份申报每次进入单位考评只登记一次结果',
    sql: `select application_id from unit_appraisal group by application_id, recorded_at having count(*) > 1`,
  },
];
