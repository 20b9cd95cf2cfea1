import { formatTime } from '../text/dates.ts';

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  /** `at` is the server's instant. */
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly message: string };

/** 已保存 10:32:05, with the time of the server; a failure says that the text is still on the page. */
export function SavedMark({ state }: { state: SaveState }) {
  return (
    <span className={`zp-saved zp-saved-${state.kind}`} role="status" aria-live="polite">
      {textOf(state)}
    </span>
  );
}

function textOf(state: SaveState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'saving':
      return '正在保存…';
    case 'saved':
      return `已保存 ${formatTime(state.at)}`;
    case 'failed':
      return `没有保存：${state.message.replace(/[。，]$/, '')}。内容仍在本页，没有丢失。`;
  }
}
