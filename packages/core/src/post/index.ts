export {
  HIGHEST_GRADE,
  type LevelPosts,
  levelOfGrade,
  LOWEST_GRADE,
  periodProblem,
  POST_GRADES,
  postsByLevel,
  wayInto,
} from './posts.ts';
