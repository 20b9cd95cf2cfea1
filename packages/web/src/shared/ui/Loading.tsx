/** Said to screen readers at once, drawn only after a moment, so that quick answers do not flicker. */
export function Loading({ what = '正在读取' }: { what?: string }) {
  return (
    <p className="zp-loading" role="status">
      {what}…
    </p>
  );
}
