import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** The parameter `$name` of the page's path. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`no parameter ${name} in this address`);
  return value;
}

/**
 * State that lives in the address, so that a view can be sent to a colleague: filters and the selected entry.
 * `set({ selected: id })` keeps the others; null removes one.
 */
export function useAddressState(): {
  get: (name: string) => string | null;
  set: (changes: Readonly<Record<string, string | null>>) => void;
} {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    get: (name) => {
      const value = search[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
    },
    set: (changes) => {
      const next: Record<string, unknown> = { ...search };
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) delete next[name];
        else next[name] = value;
      }
      void navigate({ to: '.', search: next, replace: true });
    },
  };
}
