import type { WorklistLine } from '@zhiping/contract';
import { Deadline } from '../../shared/index.ts';

/** One application in the list of a split view. */
export function WorklistEntry({ line }: { line: WorklistLine }) {
  return (
    <>
      <strong>{line.applicantName}</strong>
      <span className="zp-muted">
        {line.specialty}　{line.levelName}
      </span>
      <span className="zp-small">
        {line.stageName}
        {line.until === null ? null : (
          <>
            ，截止 <Deadline until={line.until.at} provisional={line.until.provisional} />
          </>
        )}
      </span>
    </>
  );
}

/** The same in one line, for lists of several that are dealt with at once. */
export const lineWords = ({ number, applicantName, unitName, specialty, levelName }: WorklistLine): string =>
  `${number}　${applicantName}　${unitName}　${specialty}${levelName}`;
