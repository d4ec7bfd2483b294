import { Component, type ReactNode } from 'react'
import { rememberOpen } from './remembered.ts'

/** Shows a fault of ours; what the person made is in the browser's storage and comes back with a reload. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | undefined }
> {
  override state: { readonly error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main style={{ padding: 32, maxWidth: 640 }}>
        <h1>Frontage has made a mistake</h1>
        <p>Your design is saved in this browser up to the last second. Reload the page to go on.</p>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{error.message}</pre>
        <button type="button" onClick={() => location.reload()}>
          Reload
        </button>{' '}
        <button
          type="button"
          onClick={() => {
            // Where the design itself is what cannot be shown, a reload would only show this page again.
            rememberOpen('')
            location.reload()
          }}
        >
          Go to the start page
        </button>
      </main>
    )
  }
}
