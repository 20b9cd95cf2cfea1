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
