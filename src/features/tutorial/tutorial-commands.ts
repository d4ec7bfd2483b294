/** The tutorial by command and by key. */
import type { Command } from '#state/commands.ts'
import { currentProgress, goToTutorialStep, showTutorial } from '#state/tutorial.ts'
import { showPlaceOf } from './spotlight.ts'

const title = () => document.querySelector<HTMLElement>('[data-tutorial-title]')

/** To the next step where this one is done, else to the step itself. */
async function goOn(): Promise<void> {
  const { tutorialOf } = await import('#core/gallery/tutorials/index.ts')
  const progress = currentProgress()
  const steps = progress && tutorialOf(progress.example)?.steps
  if (!steps) return
  const isOver = progress.at > steps.length
  const step = steps[progress.at - 1]
  const isDone = progress.at === 0 ? progress.isShown : step !== undefined && progress.done.includes(step.id)
  if (progress.isShown && isDone && !isOver) {
    const next = steps[progress.at]
    if (next) showPlaceOf(next)
    goToTutorialStep(progress.at + 1)
    return
  }
  showTutorial(true)
  requestAnimationFrame(() => title()?.focus())
}

export const tutorialCommands: readonly Command[] = [
  {
    id: 'tutorial',
    group: 'Page',
    label: 'Tutorial of this example: go on',
    keys: ['Alt+N'],
    where: 'everywhere',
    isPossible: () => currentProgress() !== undefined,
    run: () => void goOn(),
  },
]
