/**
 * A person's name as it is compared, never as it is shown: without spaces, in one Unicode form; the middle dot of names of some
 * nationalities is written in several ways.
 */
export function comparableName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s/g, '')
    .replace(/[•・‧∙．.]/g, '·');
}
