import { Component, type ReactNode } from 'react';
import { ErrorNote } from './ErrorNote.tsx';

/** Catches what a page throws while drawing; the frame around it keeps working. `resetKey` changes with the address. */
export class Boundary extends Component<{ children: ReactNode; resetKey: string }, { error: unknown; key: string }> {
  override state = { error: null as unknown, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(props: { resetKey: string }, state: { key: string }) {
    return props.resetKey === state.key ? null : { error: null, key: props.resetKey };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="zp-page">
        <ErrorNote error={this.state.error} onRetry={() => location.reload()} />
      </div>
    );
  }
}
