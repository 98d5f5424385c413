import { Component, type ReactNode } from 'react'

const reloadMs = 3000

/** Nobody is there to press a button: a page that broke while it was drawn comes back by itself (SHL-32). */
export class ReloadWhenBroken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override componentDidCatch() {
    setTimeout(() => window.location.reload(), reloadMs)
  }
  override render() {
    return this.state.broken ? null : this.props.children
  }
}
