import type { AnyEndpoint, AnswerOf, CallInput } from '@zhiping/contract';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, keyOf } from './call.ts';

interface Options<Answer> {
  readonly onSuccess?: (answer: Answer) => unknown;
}

interface Sent<Input, Answer> extends Options<Answer> {
  readonly input: Input;
}

/**
 * One command of a page: `mutate` sends it; when it is done every query in `refresh` is read again, and it counts as
 * pending until they are. The error stays until the next try.
 *
 * `onSuccess` is called with the answer before anything is read again, and in any case: what is read again often takes
 * the form away that sent the command, and with it would go what only the answer holds (recovery codes, a vote's hash).
 */
export function useCommand<Input, Answer = unknown>(
  run: (input: Input) => Promise<Answer>,
  refresh: readonly QueryKey[],
) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ input }: Sent<Input, Answer>) => run(input),
    onSuccess: (answer, { onSuccess }) => {
      onSuccess?.(answer);
      return Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  const { data, error, isPending, isSuccess, reset, variables } = mutation;
  return {
    data,
    error,
    isPending,
    isSuccess,
    reset,
    input: variables?.input,
    mutate: (input: Input, options?: Options<Answer>): void => mutation.mutate({ ...options, input }),
    mutateAsync: (input: Input, options?: Options<Answer>): Promise<Answer> =>
      mutation.mutateAsync({ ...options, input }),
  };
}

/** A command that is one call of the API, given what it is called with; every query of the endpoints in `changes` is read again. */
export function useCallCommand<E extends AnyEndpoint>(endpoint: E, changes: readonly AnyEndpoint[]) {
  return useCommand<CallInput<E>, AnswerOf<E>>(
    (input) => call(endpoint, input),
    changes.map((changed) => keyOf(changed)),
  );
}
