/** Problems that a person has decided to accept, each with the reason; undo takes an acceptance back too. */
import type { Suppression } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'

/** Accepts what a rule finds: at one place (a pointer), or in the whole design where there is no path. */
export const suppress = (suppression: Suppression): Edit => ({
  label: `Accept ${suppression.rule}`,
  apply: (draft) => {
    const others = (draft.suppressions ?? []).filter(
      ({ rule, path }) => rule !== suppression.rule || path !== suppression.path,
    )
    draft.suppressions = [...others, { ...suppression }]
  },
})

/** Shows again what was accepted. */
export const unsuppress = ({ rule, path }: Suppression): Edit => ({
  label: `No longer accept ${rule}`,
  apply: (draft) => {
    const left = (draft.suppressions ?? []).filter((one) => one.rule !== rule || one.path !== path)
    if (left.length > 0) draft.suppressions = left
    else delete draft.suppressions
  },
})
