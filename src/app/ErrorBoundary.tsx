import type { ReactNode } from 'react'
import { Boundary } from '#ui/Boundary.tsx'
import { rememberOpen } from './remembered.ts'

/** Shows a fault of ours; what the person made is in the browser's storage and comes back with a reload. */
export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <Boundary
      fallback={({ message }) => (
        <main style={{ padding: 32, maxWidth: 640 }}>
          <h1>Frontage has made a mistake</h1>
          <p>Your design is saved in this browser up to the last second. Reload the page to continue.</p>
          <pre style={{ whiteSpace: 'pre-wrap' }}>{message}</pre>
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
      )}
    >
      {children}
    </Boundary>
  )
}
