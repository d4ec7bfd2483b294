/**
 * The focus never falls to the body: where what had it goes away or is disabled, its pane takes it, and Tab goes on
 * from there.
 */

const isGone = (element: HTMLElement): boolean => !element.isConnected || element.matches(':disabled')

/** Watches over the focus; returns how to stop. */
export function keepFocus(): () => void {
  let last: { readonly element: HTMLElement; readonly pane: HTMLElement | null } | undefined
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement)
      last = { element: target, pane: target.closest<HTMLElement>('[data-pane]') }
  }
  const mend = () => {
    if (document.activeElement !== document.body || !last || !isGone(last.element)) return
    const { pane } = last
    const home = pane?.isConnected ? pane : document.querySelector<HTMLElement>('[data-pane="canvas"]')
    home?.focus({ preventScroll: true })
  }
  // What takes a control away is what a person does, and is drawn before the next task but one.
  const later = () => void setTimeout(mend, 50)
  document.addEventListener('focusin', remember)
  document.addEventListener('click', later)
  document.addEventListener('keydown', later)
  return () => {
    document.removeEventListener('focusin', remember)
    document.removeEventListener('click', later)
    document.removeEventListener('keydown', later)
  }
}
