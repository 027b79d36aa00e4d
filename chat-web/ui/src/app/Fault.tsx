import { Component } from 'react';
import type { ReactNode } from 'react';

/** Keeps a fault in one page from taking the whole window; React offers this for classes only. */
export class Fault extends Component<{ message: string; action: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="waiting" role="alert">
        <p>
          {this.props.message}{' '}
          <button type="button" className="icon-button" onClick={() => location.reload()}>
            {this.props.action}
          </button>
        </p>
      </div>
    );
  }
}
