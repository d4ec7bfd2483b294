/** Going from one problem to the next, and mending what is safe, by command and by key. */
import type { Problem } from '#core/rules/harness/problem.ts'
import type { Command } from '#state/commands.ts'
import { currentDocument } from '#state/design.ts'
import { lookAtSafeFixes } from '#state/fix-together.ts'
import { useProblems } from '#state/problems.ts'
import { announce, select, showPanel, speak } from '#state/session.ts'
import { remedyPlace } from '#things/remedy-place.ts'
import { thingAt } from '#things/thing.ts'
import { nextProblem } from './next.ts'

/** Leads to the thing and the field of a problem. */
export function goTo(problem: Problem): void {
  const document = currentDocument()
  const thing = thingAt(document, problem.path)
  useProblems.setState(({ problems }) => ({
    last: { problem, index: problems.indexOf(problem), among: problems },
  }))
  select(thing?.path ?? problem.path, thing ? remedyPlace(document, problem, thing.path) : problem.path)
  speak(problem.message)
}

function goToNext(by: 1 | -1): void {
  const { problems, last } = useProblems.getState()
  const next = nextProblem(problems, last, by)
  if (!next) {
    announce('There are no problems.')
    return
  }
  showPanel('problems')
  goTo(next.problem)
}

const hasProblems = () => useProblems.getState().problems.length > 0

export const problemCommands: readonly Command[] = [
  {
    id: 'next-problem',
    group: 'Problems',
    label: 'Go to the next problem',
    keys: ['F8'],
    where: 'everywhere',
    isPossible: hasProblems,
    run: () => goToNext(1),
  },
  {
    id: 'previous-problem',
    group: 'Problems',
    label: 'Go to the previous problem',
    keys: ['Shift+F8'],
    where: 'everywhere',
    isPossible: hasProblems,
    run: () => goToNext(-1),
  },
  {
    id: 'fix-all',
    group: 'Problems',
    label: 'Fix all that is safe',
    isPossible: hasProblems,
    run: () => {
      showPanel('problems')
      void lookAtSafeFixes()
    },
  },
]
