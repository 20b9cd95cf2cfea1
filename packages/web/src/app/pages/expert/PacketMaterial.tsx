import { getPacketFile, type PacketView, urlFor } from '@zhiping/contract';
import '../../meeting/meeting.css';

type Row = PacketView['content']['rows'][number];

/** What was achieved, each with its evidence; then in short what somebody has been: education, titles, posts, assessments. */
export function PacketMaterial({ packet }: { packet: PacketView }) {
  const { rows } = packet.content;
  const achievements = rows.filter(({ achievement }) => achievement !== false);
  const background = [
    ...Map.groupBy(
      rows.filter(({ achievement }) => achievement === false),
      ({ kind }) => kind,
    ),
  ];
  return (
    <div className="zp-stack">
      <h2>业绩成果 {achievements.length} 项</h2>
      <ol className="zp-list zp-stack">
        {achievements.map((row, index) => (
          <li key={`${row.kind}${index}`} className="zp-card">
            <h3>
              {row.title} <span className="zp-label">{row.kind}</span>
            </h3>
            <Facts facts={dated(row)} />
            <Files packet={packet} row={row} />
          </li>
        ))}
      </ol>
      {background.length === 0 ? null : (
        <section className="zp-card zp-background" aria-label="学历、资格、任职和考核">
          <h2>学历、资格、任职和考核</h2>
          {background.map(([kind, of]) => (
            <section key={kind}>
              <h3>{kind}</h3>
              <ul className="zp-list">
                {of.map((row, index) => (
                  <li key={`${row.title}${index}`}>
                    {row.title === kind ? null : <strong>{row.title}　</strong>}
                    {dated(row)
                      .map(({ label, value }) => `${label}：${value}`)
                      .join('；')}
                    <Files packet={packet} row={row} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
    </div>
  );
}

/** Label and value, one a line. */
export function Facts({ facts }: { facts: readonly { readonly label: string; readonly value: string }[] }) {
  return (
    <dl className="zp-pairs">
      {facts.map(({ label, value }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The facts of a row, its date first where no fact states it. */
function dated({ date, facts }: Row): Row['facts'] {
  return date === null || facts.some(({ value }) => value === date)
    ? facts
    : [{ label: '日期', value: date }, ...facts];
}

function Files({ packet, row }: { packet: PacketView; row: Row }) {
  const files = packet.files.filter(({ number }) => row.fileNumbers.includes(number));
  if (files.length === 0) return null;
  return (
    <p className="zp-row">
      {files.map(({ id, name }) => (
        <a key={id} href={urlFor(getPacketFile.url, { id: packet.id, fileId: id })} target="_blank" rel="noreferrer">
          {name}
        </a>
      ))}
    </p>
  );
}
