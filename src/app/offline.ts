/** The page without a server: it is kept by a service worker, and says when the local server has gone. */
import { create } from 'zustand'

/** Whether the server that the page came from answers; of static hosts nothing is asked. */
export const useServer = create<{ readonly isGone: boolean }>()(() => ({ isGone: false }))

/** How often the server is asked while the page is looked at, in milliseconds. */
const often = 20_000

/** Served by the command, which can plan and apply; a static host has no such token. */
const hasLocalServer = () => document.querySelector('meta[name="frontage-token"]') !== null

/** Asks the server for a sign of life. */
export async function askServer(): Promise<void> {
  try {
    await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })
    useServer.setState({ isGone: false })
  } catch {
    // No answer at all: the process has ended.
    useServer.setState({ isGone: true })
  }
}

/** Keeps the page for when it is without a server, where the browser can. */
export function keepPage(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('./sw.js').catch(() => {
    // A browser that does not let it, or a page from a file: it works as long as it is open.
  })
}

/** Watches the local server; returns how to stop. */
export function watchServer(): () => void {
  if (!hasLocalServer()) return () => {}
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void askServer()
  }, often)
  return () => clearInterval(timer)
}
