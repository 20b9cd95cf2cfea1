export { signOpinion, writeOpinion } from './commands/opinion.ts';
export { saveScore } from './commands/save-score.ts';
export { readOpinion, readScore } from './queries/read-packet.ts';
export { scoreSummaries } from './queries/score-summary.ts';
export { packetRoutes } from './routes.ts';
export { type PacketTarget, packetTarget } from './target.ts';
