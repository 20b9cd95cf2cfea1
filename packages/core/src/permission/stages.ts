/** From the online check on, LN-2024 五(六): before it there is nothing to be sealed or printed. */
export const AFTER_CHECK = [
  'authority-review',
  'association-review',
  'stamped-page',
  'stamped-page-check',
  'paper-delivery',
  'ready',
  'in-meeting',
  'result-publicity',
  'confirmation',
  'certified',
] as const;

/** Where the result may still be prevented. */
export const BEFORE_A_RESULT = ['office-check', ...AFTER_CHECK.filter((stage) => stage !== 'certified')] as const;
