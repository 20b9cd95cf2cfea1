import type { ReactNode } from 'react';

/**
 * A page to project: draw, check-in, ballot, count. Large type, one action, the proof readable on the wall, and a
 * minute that prints.
 */
export function Ceremony(props: {
  title: string;
  /** e.g. meeting name and date. */
  subtitle?: string;
  children: ReactNode;
  action?: ReactNode;
  /** Hashes, seeds, counts. Long values are broken into groups of four characters. */
  proof?: readonly { readonly name: string; readonly value: string }[];
  onPrint?: () => void;
}) {
  return (
    <section className="zp-ceremony" aria-label={props.title}>
      <header>
        <h1>{props.title}</h1>
        {props.subtitle ? <p className="zp-ceremony-sub">{props.subtitle}</p> : null}
      </header>
      <div className="zp-ceremony-body">{props.children}</div>
      {props.action ? <div className="zp-ceremony-action zp-noprint">{props.action}</div> : null}
      {props.proof && props.proof.length > 0 ? (
        <dl className="zp-proof">
          {props.proof.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="zp-mono">{/^[0-9a-f]{32,}$/.test(value) ? value.match(/.{1,4}/g)?.join(' ') : value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {props.onPrint ? (
        <button type="button" className="zp-button zp-noprint" onClick={props.onPrint}>
          打印记录
        </button>
      ) : null}
    </section>
  );
}
