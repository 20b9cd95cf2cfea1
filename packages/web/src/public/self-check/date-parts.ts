/** A date as people type it: year, then month and day as far as they are known. Each a string of digits. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export const partsOf = (value: string | undefined): DateParts => {
  const [year = '', month = '', day = ''] = (value ?? '').split('-');
  const plain = (digits: string) => (digits === '' ? '' : String(Number(digits)));
  return { year, month: plain(month), day: plain(day) };
};

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` from what was typed; undefined where nothing usable was typed yet, with the reason
 * where it cannot become a date.
 */
export function dateFrom({ year, month, day }: DateParts): { value?: string; problem?: string } {
  if (year === '' && month === '' && day === '') return {};
  if (!/^(19|20|21)\d\d$/.test(year)) return { problem: '请填写四位年份，例如 2018' };
  if (month === '') return day === '' ? { value: year } : { problem: '请填写月份' };
  if (!/^([1-9]|1[0-2])$/.test(month)) return { problem: '月份应为 1 至 12' };
  const withMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === '') return { value: withMonth };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > last) return { problem: `日期应为 1 至 ${last}` };
  return { value: `${withMonth}-${day.padStart(2, '0')}` };
}
