/** Where a construct says something else than the template: what is overridden on the resource that it makes. */
import { dataText } from '#core/formats/cdk/expression-text.ts'
import { isCall, isMap, quoted } from '#core/formats/cdk/text.ts'
import { isSame } from '#core/formats/same.ts'
import type { Tree } from '#core/formats/tree.ts'

interface Override {
  readonly path: string
  /** Undefined for what the template does not have. */
  readonly value: Tree | undefined
}

/** From what a construct gives to what the template has. */
export function* overridesTo(wanted: Tree, given: Tree | undefined, path: string): Generator<Override> {
  if (isSame(wanted, given)) return
  const areMaps = isMap(wanted) && isMap(given) && !isCall(wanted) && !isCall(given)
  if (areMaps) {
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(given)])) {
      const value = wanted[name]
      if (value === undefined) yield { path: `${path}.${name}`, value }
      else yield* overridesTo(value, given[name], `${path}.${name}`)
    }
    return
  }
  if (Array.isArray(wanted) && Array.isArray(given) && wanted.length === given.length) {
    for (const [index, value] of wanted.entries()) yield* overridesTo(value, given[index], `${path}.${index}`)
    return
  }
  yield { path, value: wanted }
}

/** A call of the resource for an override. */
export const overrideText = ({ path, value }: Override, indent: string): string =>
  value === undefined
    ? `addPropertyDeletionOverride(${quoted(path)})`
    : `addPropertyOverride(${quoted(path)}, ${dataText(value, indent)})`
