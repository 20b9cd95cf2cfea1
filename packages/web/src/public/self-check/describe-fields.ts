import { fieldsOf } from '@zhiping/standard/dossier/fields';
import { DOSSIER_LISTS } from '@zhiping/standard/dossier/dossier';
import type { DossierFields, FormField } from './fields.ts';

type Described = ReturnType<typeof fieldsOf>[number];
const plain = ({ path, title, form, scale, description }: Described): FormField => ({
  name: path.at(-1) ?? '',
  title,
  form,
  scale,
  description,
});

/**
 * The fields of the dossier schema as plain data. Runs when the web is built (`virtual:dossier-fields`), so that the
 * page asks exactly what the schema knows without loading the schema library.
 */
export function describeFields(): DossierFields {
  const groups: Record<string, { title: string; fields: FormField[] }> = {};
  for (const field of fieldsOf('dossier').filter(({ derived }) => !derived)) {
    const [group = '', name = ''] = field.path;
    const [groupTitle = '', title = name] = field.title.split('.');
    groups[group] ??= { title: groupTitle, fields: [] };
    groups[group].fields.push(plain({ ...field, title }));
  }
  const lists = Object.fromEntries(
    DOSSIER_LISTS.filter((list) => list !== 'achievements').map((list) => [list, fieldsOf(list).map(plain)]),
  );
  const kinds: Record<string, FormField[]> = {};
  for (const field of fieldsOf('achievements')) {
    for (const kind of field.kinds ?? []) (kinds[kind] ??= []).push(plain(field));
  }
  return { groups, lists, kinds, experts: fieldsOf('experts').map(plain) };
}
