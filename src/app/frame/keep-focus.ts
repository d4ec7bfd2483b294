/**
 * The focus never falls to the body: where what had it goes away or is disabled, its pane takes it, and Tab goes on
 * from there. A dialog is in no pane: the one that it was opened from takes it.
 */

/** Milliseconds after what a person did: drawn before the next task but one, and at the latest when a slow machine is done. */
const looks = [50, 400]

const isGone = (element: HTMLElement): boolean => !element.isConnected || element.matches(':disabled')

/** Watches over the focus; returns how to stop. */
export function keepFocus(): () => void {
  let last: HTMLElement | undefined
  let pane: HTMLElement | undefined
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    last = target
    const own = target.closest<HTMLElement>('[data-pane]')
    if (own) pane = own
    else if (!target.closest('[role="dialog"]')) pane = undefined
  }
  const mend = () => {
    if (document.activeElement !== document.body || !last || !isGone(last)) return
    const home = pane?.isConnected ? pane : document.querySelector<HTMLElement>('[data-pane="canvas"]')
    home?.focus({ preventScroll: true })
  }
  // What takes a control away is what a person does.
  const later = () => {
    for (const look of looks) setTimeout(mend, look)
  }
  document.addEventListener('focusin', remember)
  document.addEventListener('click', later)
  document.addEventListener('keydown', later)
  return () => {
    document.removeEventListener('focusin', remember)
    document.removeEventListener('click', later)
    document.removeEventListener('keydown', later)
  }
}
