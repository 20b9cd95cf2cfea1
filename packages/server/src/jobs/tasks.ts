/** Tasks one module orders and another does, where the first may not know the second. */

/** What lists of examination results say of a person, looked up when number or name became certain. Payload: `personId`. */
export const MATCH_RESULTS = 'examination.match-person';
