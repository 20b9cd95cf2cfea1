export { cardOfPlan, cardOfQuestions, cardOfStandard, type LibraryCard } from './card.ts';
export {
  type EntryKind,
  entriesOfPlan,
  entriesOfQuestions,
  entriesOfStandard,
  type LibraryEntry,
} from './entries.ts';
export { dictionaryOf, fold, type SearchQuery, searchQuery, type SearchTerm } from './query.ts';
export { type Question, type Questions, questionsSchema, readQuestions } from './questions.ts';
export { NO_WORDS, type SearchWords, searchWordsSchema } from './words.ts';
