import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

/**
 * One command of a page: `run` sends it; when it is done every query in `refresh` is read again. The error stays until
 * the next try.
 */
export function useCommand<Input>(run: (input: Input) => Promise<unknown>, refresh: readonly QueryKey[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
