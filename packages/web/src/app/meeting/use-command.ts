import type { AnyEndpoint, AnswerOf, CallInput } from '@zhiping/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, keyOf } from '../call.ts';

/** A command of the typed client; what it changes is read again afterwards. */
export function useCommand<E extends AnyEndpoint>(endpoint: E, changes: readonly AnyEndpoint[]) {
  const client = useQueryClient();
  return useMutation<AnswerOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async () => {
      await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) })));
    },
  });
}
