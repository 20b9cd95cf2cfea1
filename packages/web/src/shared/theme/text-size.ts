import { useSyncExternalStore } from 'react';
import { keep } from '../device.ts';

/** 大字版: 20 px root size, kept as a preference of this device. */
export type TextSize = 'normal' | 'large';
const KEY = 'zhiping.text';
const listeners = new Set<() => void>();

const current = (): TextSize => (document.documentElement.dataset['text'] === 'large' ? 'large' : 'normal');

/** Sets the preference and the page at once. */
export function setTextSize(size: TextSize): void {
  document.documentElement.dataset['text'] = size;
  keep.write(KEY, size);
  for (const listener of listeners) listener();
}

/** Called once by each entry before anything is drawn. */
export function restoreTextSize(): void {
  document.documentElement.dataset['text'] = keep.read(KEY) === 'large' ? 'large' : 'normal';
}

export const useTextSize = (): TextSize =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
