import { createClient } from '@zhiping/contract';

/** The typed caller of signed-in pages: `await call(getThing, { params: { id } })`. Refusals are thrown as `AppError`. */
export const call = createClient({ base: '', fetch: (input, init) => fetch(input, init) });
