/**
 * What a person does to bring a fact about themselves about, by the path of the fact. Facts that are not named here are said by
 * their name in the dossier format.
 */
export const ACTS: Readonly<Record<string, string>> = {
  'applicant.onPost': '与用人单位建立人事劳动关系并在岗工作后申报',
  'applicant.specialtyWork': '从事申报专业的工作后申报',
  'probation.assessed': '见习期满，由单位考核合格',
  'consents.department': '取得业务主管部门同意',
  'consents.unit': '取得所在单位同意',
  'consents.entrusted': '办理委托评审函（由所在单位逐级商请有权限的部门出具）',
  'continuingEducation.fulfilled': '按规定完成继续教育',
  'greenChannel.agreed': '网上申报之前把材料报评委会办公室初步审核，取得同意',
};
