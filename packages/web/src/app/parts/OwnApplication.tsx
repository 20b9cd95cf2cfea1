import { Link } from '@tanstack/react-router';
import type { WorklistLine } from '@zhiping/contract';

/** One application of the reader: where it stands, why it waits and until when. */
export function OwnApplication({ line }: { line: WorklistLine }) {
  return (
    <section className="zp-card">
      <h2>
        <Link to={`/applications/${line.id}`}>
          {line.specialty} {line.levelName}
        </Link>
      </h2>
      <p>
        <strong>{line.stageName}</strong>：{line.why}
      </p>
      <p className="zp-muted">
        申报号 {line.number}，{line.route}
        {line.until === null ? '' : `，截止到 ${line.until.words}`}
      </p>
    </section>
  );
}
