/** Margins of every sample. */
export const frame = {
  number: 'LN2024-AF-000123',
  verificationCode: '7K3M-Q2XD-9HPA',
  issuedOn: '2024-07-15',
  watermark: '辽宁省职称评审平台',
};

/** Who the samples are about; invented. */
export const person = {
  ...frame,
  formTitle: '表',
  unitName: '沈阳智安电子工程有限公司',
  applicantName: '王晓峰',
  currentTitle: '工程师',
  specialty: '安防工程',
  titleName: '高级工程师',
};
