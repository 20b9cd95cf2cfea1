/** Address of a step of the self-check; without a standard, of its beginning. */
export function selfCheckAddress(standard?: string, step?: string): string {
  if (standard === undefined) return '/self-check';
  return `/self-check?${new URLSearchParams({ standard, ...(step === undefined ? {} : { step }) }).toString()}`;
}
