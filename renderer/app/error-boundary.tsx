import { Component, type ReactNode } from 'react'
import { i18n } from '../i18n/setup.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import './error-boundary.css'

interface Props {
  readonly children: ReactNode
}

/**
 * Keeps a fault of one page from taking the frame along: never a white page, and drafts are in the store already. Give it the
 * page as `key`, so that another page starts anew.
 */
export class ErrorBoundary extends Component<Props, { readonly fault: string | null }> {
  override state = { fault: null }

  static getDerivedStateFromError(error: unknown) {
    // Only the kind of error: its message may quote what was typed.
    return { fault: error instanceof Error ? error.name : 'Error' }
  }

  override render() {
    if (this.state.fault === null) return this.props.children
    return (
      <div className="broken">
        <Banner
          tone="problem"
          title={i18n.t('frame:broken.title')}
          code={this.state.fault}
          actions={
            <Button variant="primary" autoFocus onPress={() => this.setState({ fault: null })}>
              {i18n.t('frame:broken.reopen')}
            </Button>
          }
        >
          {i18n.t('frame:broken.text')}
        </Banner>
      </div>
    )
  }
}
