import { z } from 'zod';

/**
 * `policies/search-words.yaml`: words people use beside the words of the documents, for the search of the policy library.
 * Within a group every word finds what any other of it finds; a group of one word only says that it is a word.
 */
export const searchWordsSchema = z.strictObject({
  kind: z.literal('words'),
  title: z.string().min(1),
  groups: z.array(z.array(z.string().trim().min(1)).min(1)).min(1),
  /** Words that ask and say nothing about what is asked: 怎么、多少、能不能. */
  ignored: z.array(z.string().min(1)),
});
export type SearchWords = z.infer<typeof searchWordsSchema>;

export const NO_WORDS: SearchWords = { kind: 'words', title: '', groups: [['无']], ignored: [] };
