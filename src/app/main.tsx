import '#ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { useDesign } from '#state/design.ts'
import { openSaved, watchSaving } from '#state/library.ts'
import { watchProblems } from '#state/problems.ts'
import { setTheme, type Theme, useSession } from '#state/session.ts'
import { App } from './App.tsx'
import { compose } from './compose.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { lastOpen, rememberOpen, rememberTheme, savedTheme } from './remembered.ts'

/** The theme is an attribute of the page, so that the style sheet alone decides the colors. */
function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

async function start(): Promise<void> {
  compose()
  setTheme(savedTheme())
  useSession.subscribe(({ theme }, before) => {
    if (theme === before.theme) return
    showTheme(theme)
    rememberTheme(theme)
  })
  const last = lastOpen()
  if (last !== '') await openSaved(last)
  useDesign.subscribe(({ id }, before) => {
    if (id !== before.id) rememberOpen(id)
  })
  watchSaving()
  watchProblems()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element.')
  createRoot(root).render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  )
}

void start()
