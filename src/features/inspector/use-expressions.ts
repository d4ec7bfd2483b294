import { useEffect, useState } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import { expressionsBehind } from '#state/expressions.ts'
import type { Thing } from '#things/thing.ts'

const none: ReadonlyMap<string, string> = new Map()

/** The expressions behind the values of a form, by the pointers of the fields; found after the form is drawn. */
export function useExpressions(
  document: DesignDocument,
  thing: Thing | undefined,
): ReadonlyMap<string, string> {
  const [found, setFound] = useState(none)
  const place = thing?.path.join('/')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a thing is made anew at each drawing; its path says which it is
  useEffect(() => {
    let isOver = false
    const paths = (thing?.sections ?? []).flatMap(({ fields }) =>
      fields.map(({ path }) => [...(thing?.path ?? []), ...path]),
    )
    void expressionsBehind(document, paths).then((expressions) => {
      // Most designs have none: nothing is drawn again for them.
      if (!isOver) setFound((before) => (before.size === 0 && expressions.size === 0 ? before : expressions))
    })
    return () => {
      isOver = true
    }
  }, [document, place])
  return found
}
