/** Turns the pages of a list that runs from the latest back: `after` is the key this page starts at, `next` that of the following. */
export function Pager({
  after,
  next,
  turn,
}: {
  after: string | null;
  next: string | null | undefined;
  turn: (after: string | null) => void;
}) {
  return (
    <div className="zp-row">
      {after === null ? null : (
        <button type="button" className="zp-button" onClick={() => turn(null)}>
          最近的
        </button>
      )}
      {next ? (
        <button type="button" className="zp-button" onClick={() => turn(next)}>
          更早的
        </button>
      ) : null}
    </div>
  );
}
