/** Words of the letter of an expert, the same for whoever fills it in. */
export const ENDORSER_LEVELS = [
  ['full-senior', '正高级'],
  ['senior', '副高级'],
  ['engineer', '中级'],
] as const;
export const ENDORSER_RELATIONS = [
  ['same', '与申报专业相同'],
  ['near', '与申报专业相近'],
  ['other', '其他专业'],
] as const;
export const ENDORSER_TEXTS = [
  { name: 'name', label: '专家姓名', max: 50 },
  { name: 'idNumber', label: '证件号码（只用来核对不是同一人，不保存号码）', max: 18 },
  { name: 'unit', label: '工作单位', max: 100 },
  { name: 'titleName', label: '职称名称', max: 50 },
  { name: 'field', label: '从事专业', max: 60 },
  { name: 'titleYears', label: '任现职称年数（整年）', max: 2 },
  { name: 'relationToApplicant', label: '与申报人的关系（没有写“无”）', max: 100 },
] as const;
export const EMPTY_LETTER = {
  name: '',
  idNumber: '',
  unit: '',
  titleName: '',
  titleLevel: '',
  field: '',
  relation: '',
  titleYears: '',
  nationalTalent: 'no',
  relationToApplicant: '',
  opinion: '',
};
export type LetterValues = typeof EMPTY_LETTER;
