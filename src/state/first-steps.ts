/** The first steps are a tutorial on a design of one's own; here is where the last one stands, and whether they are wanted. */
import { create } from 'zustand'
import { beginExample, currentProgress, showTutorial, useTutorials } from './tutorial.ts'

/** Where a tutorial says in which example it stands. */
export const firstStepsName = 'first-steps'

interface FirstSteps {
  /** The start page does not offer them any more; the command still begins them. */
  readonly isDismissed: boolean
  /** Somebody has just asked for them, and is led there. */
  readonly isAsked: boolean
}
export const useFirstSteps = create<FirstSteps>()(() => ({ isDismissed: false, isAsked: false }))

/** The step at which the last reader stands, from 1. */
export const lastFirstStep = ({ of }: ReturnType<typeof useTutorials.getState>): number =>
  Object.values(of).findLast(({ example }) => example === firstStepsName)?.at ?? 1

/** Not beside an example, which has a tutorial of its own. */
export const canShowFirstSteps = (): boolean =>
  [undefined, firstStepsName].includes(currentProgress()?.example)

/** Begins them on the open design where they were left, or takes them up again on this one. */
export function showFirstSteps(): void {
  if (currentProgress()?.example === firstStepsName) showTutorial(true)
  else beginExample(firstStepsName, lastFirstStep(useTutorials.getState()))
  useFirstSteps.setState({ isAsked: true })
}

/** The one who asked stands there. */
export const ledToFirstSteps = (): void => useFirstSteps.setState({ isAsked: false })

/** Offered no more, because they are done or not wanted. */
export const dismissFirstSteps = (): void => useFirstSteps.setState({ isDismissed: true })

/** What is kept of them between visits, as one word. */
export const firstStepsText = ({ isDismissed }: Pick<FirstSteps, 'isDismissed'>): string =>
  isDismissed ? 'dismissed' : ''
export const resumeFirstSteps = (text: string): void =>
  useFirstSteps.setState({ isDismissed: text === 'dismissed' })
