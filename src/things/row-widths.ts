/** How the columns of the rows share their width: by what the names in them need, so that none is cut beside free room. */
import { behaviorsOf, defaultBehaviorName, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { functionPlaces, policyName, rowFacts } from './row-facts.ts'

/** Pixels of a letter, and of what stands in the column beside the letters; from the style sheet. */
const pattern = { letter: 7.8, beside: 6, least: 8, most: 36 }
const policy = { letter: 6.4, beside: 30, least: 12, most: 26 }
/** Of one place of functions, where anybody runs one there. */
const place = 18

const need = (names: readonly string[], { letter, beside, least, most }: typeof pattern): number => {
  const longest = Math.max(0, ...names.map((name) => name.length))
  return Math.round(Math.min(most, Math.max(least, longest)) * letter + beside)
}

/** Custom properties of the style sheet: shares of the two columns with names, widths of the places of functions. */
export function rowWidths(document: DesignDocument): Readonly<Record<`--${string}`, string>> {
  const rows = distributionsIn(document).flatMap(behaviorsOf)
  const patterns = rows.map(({ behavior, index }) =>
    index === undefined ? defaultBehaviorName : nameOf(behavior.PathPattern),
  )
  const policies = rows.map(({ behavior }) => policyName('CachePolicy', behavior.CachePolicyId) ?? '')
  const used = new Set(rows.flatMap(({ behavior }) => rowFacts(behavior).functions.map(({ event }) => event)))
  return {
    '--pattern-share': `${need(patterns, pattern)}fr`,
    '--policy-share': `${need(policies, policy)}fr`,
    ...Object.fromEntries(
      functionPlaces.map(({ event }) => [`--${event}`, used.has(event) ? `${place}px` : '0px']),
    ),
  }
}
