import type { ReactNode } from 'react';
import { TextSizeToggle } from './TextSizeToggle.tsx';

/** Brand, main links, tools: the head of every page of both entries. */
export function TopBar({ home, nav, tools }: { home: ReactNode; nav?: ReactNode; tools?: ReactNode }) {
  return (
    <header className="zp-top zp-noprint">
      <div className="zp-top-in">
        {home}
        {nav}
        <div className="zp-top-tools">
          {tools}
          <TextSizeToggle />
        </div>
      </div>
    </header>
  );
}

export function Brand() {
  return (
    <>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M8 17.5l5.5 5.5L24.5 10" />
      </svg>
      职评
    </>
  );
}

export function SkipLink() {
  return (
    <a className="zp-skip" href="#content">
      跳到正文
    </a>
  );
}
