/** A version as the subject of events: an id made of the first 128 bits of its hash. */
export function policySubject(hash: string): { readonly noun: 'policy'; readonly id: string } {
  const id = hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { noun: 'policy', id };
}
