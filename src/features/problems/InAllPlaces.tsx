import { useMemo } from 'react'
import type { Problem } from '#core/rules/harness/problem.ts'
import { commonEdit, lookAtPlaces } from '#state/fix-together.ts'
import { Button } from '#ui/Button.tsx'

/** What can be done about all places of one cause at once, which is looked at first. */
export function InAllPlaces({ problems }: { readonly problems: readonly Problem[] }) {
  const label = useMemo(() => commonEdit(problems), [problems])
  if (label === undefined) return null
  return (
    <Button onPress={() => void lookAtPlaces(problems, label)}>
      {label} in all {problems.length} places…
    </Button>
  )
}
