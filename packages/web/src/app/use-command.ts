import type { AnyEndpoint, AnswerOf, CallInput } from '@zhiping/contract';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, keyOf } from './call.ts';

/**
 * One command of a page: `run` sends it; when it is done every query in `refresh` is read again. The error stays until
 * the next try.
 */
export function useCommand<Input, Answer = unknown>(
  run: (input: Input) => Promise<Answer>,
  refresh: readonly QueryKey[],
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** A command that is one call of the API, given what it is called with; every query of the endpoints in `changes` is read again. */
export function useCallCommand<E extends AnyEndpoint>(endpoint: E, changes: readonly AnyEndpoint[]) {
  return useCommand<CallInput<E>, AnswerOf<E>>(
    (input) => call(endpoint, input),
    changes.map((changed) => keyOf(changed)),
  );
}
