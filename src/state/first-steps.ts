/** The guided first steps: where a person stands in them, over visits. They appear only when they are asked for. */
import { create } from 'zustand'

export interface FirstSteps {
  /** The step to go on with, from 0. */
  readonly step: number
  /** Shown on the canvas now. */
  readonly isShown: boolean
  /** The start page does not offer them any more; the command still begins them. */
  readonly isDismissed: boolean
}

export const useFirstSteps = create<FirstSteps>()(() => ({ step: 0, isShown: false, isDismissed: false }))

export const showFirstSteps = (): void => useFirstSteps.setState({ isShown: true })
/** Put away for now; they go on where they were left. */
export const leaveFirstSteps = (): void => useFirstSteps.setState({ isShown: false })
/** Put away for good, because they are done or not wanted. */
export const dismissFirstSteps = (): void =>
  useFirstSteps.setState({ isShown: false, isDismissed: true, step: 0 })
export const goToStep = (step: number): void => useFirstSteps.setState({ step })

/** What is kept of them between visits, as one word. */
export const firstStepsText = ({ step, isDismissed }: FirstSteps): string =>
  isDismissed ? 'dismissed' : String(step)

/** Takes up what was kept; anything else begins anew. */
export function resumeFirstSteps(text: string): void {
  const step = /^\d$/.test(text) ? Number(text) : 0
  useFirstSteps.setState({ step, isDismissed: text === 'dismissed' })
}
