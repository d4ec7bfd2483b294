/** What a `for` gives (https://developer.hashicorp.com/terraform/language/expressions/for). */

import { bare } from '#core/ground/names.ts'
import { itemsOf } from './collections.ts'
import type { Evaluation } from './evaluation.ts'
import type { HclFor, Span } from './hcl-syntax.ts'
import { texts, type Value } from './value.ts'

type Loop = HclFor & Span & { readonly kind: 'for' }
type Result = readonly [key: Value, value: Value]

/** The list or object of a `for`, undecided where a run decides what it goes over, or which of it is taken. */
export function valueOfLoop(loop: Loop, run: Evaluation): Value {
  const items = itemsOf(run.evaluate(loop.from))
  const results: Result[] = []
  if (!items) return run.undecided(loop)
  for (const [key, item] of items) {
    const [first = '', second] = loop.names
    const names = new Map<string, Value>(
      second === undefined
        ? [[first, item]]
        : [
            [first, key],
            [second, item],
          ],
    )
    const result = run.within(names, () => pass(loop, run))
    if (result === 'unknown') return run.undecided(loop)
    if (result !== 'left out') results.push(result)
  }
  if (!loop.key) return results.map(([, value]) => value)
  return gathered(results, loop.grouped) ?? run.undecided(loop)
}

function pass({ test, key, value }: HclFor, run: Evaluation): Result | 'left out' | 'unknown' {
  const isTaken = test ? run.evaluate(test) : true
  if (typeof isTaken !== 'boolean') return 'unknown'
  return isTaken ? [key ? run.evaluate(key) : null, run.evaluate(value)] : 'left out'
}

/** The object that a `for` with keys gives; undefined where a key is left to the run. */
function gathered(results: readonly Result[], grouped: boolean): Value | undefined {
  const fields: { [key: string]: Value } = bare()
  for (const [key, value] of results) {
    const name = texts([key])?.[0]
    if (name === undefined) return undefined
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined
    // Terraform refuses a key that stands twice.
    if (before !== undefined && !grouped) return undefined
    fields[name] = grouped ? [...(Array.isArray(before) ? before : []), value] : value
  }
  return fields
}
