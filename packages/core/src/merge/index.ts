export {
  type Dealings,
  type HeldApplication,
  type HeldSeat,
  type Holdings,
  OBSTACLES,
  type ObstacleKind,
  obstaclesTo,
} from './obstacles.ts';
export { type Identified, type Sameness, sameness } from './same-person.ts';
