import type { ReactNode } from 'react';

/** An official A4 page: title, body, foot with place and date; `tools` (the print button) stays on the screen. */
export function PrintPage(props: {
  title: string;
  subtitle?: string;
  foot?: ReactNode;
  children: ReactNode;
  tools?: ReactNode;
}) {
  return (
    <>
      <div className="zp-row zp-noprint zp-print-tools">
        <button type="button" className="zp-button" onClick={() => window.print()}>
          打印
        </button>
        {props.tools}
      </div>
      <article className="zp-sheet">
        <header>
          <h1>{props.title}</h1>
          {props.subtitle ? <p>{props.subtitle}</p> : null}
        </header>
        {props.children}
        {props.foot ? <footer>{props.foot}</footer> : null}
      </article>
    </>
  );
}
