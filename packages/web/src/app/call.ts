import { type AnyEndpoint, type AnswerOf, type CallInput, createClient } from '@zhiping/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

/** The typed client: `call(getApplication, { params: { id } })`. Refusals are thrown with the codes of the catalogue. */
export const call = createClient({ base: '', fetch: (input, init) => fetch(input, init) });

/**
 * Reads with a GET endpoint. Its key is `[url, input]`, so that `invalidate(client, listTasks)` reaches every page that
 * shows it, whatever the parameters.
 */
export function useEndpoint<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
): UseQueryResult<AnswerOf<E>, Error> {
  return useQuery({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    ...options,
  });
}

/** The query key of an endpoint, with or without its input. */
export const keyOf = (endpoint: AnyEndpoint, input?: unknown): readonly unknown[] =>
  input === undefined ? [endpoint.url] : [endpoint.url, input];
