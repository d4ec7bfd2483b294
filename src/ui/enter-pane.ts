/**
 * Takes the focus into a pane once the dialog that led there is gone, which would give it back to where it was opened.
 * What came into the pane and took it itself keeps it.
 */
export const enterPane = (id: string): void => {
  setTimeout(() => {
    const pane = document.querySelector<HTMLElement>(`[data-pane="${id}"]`)
    if (pane && !pane.contains(document.activeElement)) pane.focus({ preventScroll: true })
  })
}
