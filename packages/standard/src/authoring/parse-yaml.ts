import { parse } from 'yaml';

/** The plain value of a YAML text; keys given twice and unknown tags are refused. Throws `YAMLParseError`. */
export function parseYaml(text: string): unknown {
  return parse(text, { uniqueKeys: true, strict: true });
}
