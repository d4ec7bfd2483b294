/** What a call of a function gives (https://developer.hashicorp.com/terraform/language/functions). */

import type { Evaluation, Names } from './evaluation.ts'
import { maxText } from './evaluation.ts'
import { functions, lazyFunctions } from './functions.ts'
import type { HclExpression } from './hcl-syntax.ts'
import { lookingLike, shownAs } from './shown-as.ts'
import type { TerraformFunction } from './terraform-function.ts'
import { isPlain, type Value } from './value.ts'

type Call = Extract<HclExpression, { kind: 'call' }>

/** Where a path of a module begins. */
const here: Names = new Map([['path', { module: '.' }]])

/** The value of a call, undecided where the function is not known or needs what only a run decides. */
export function valueOfCall(call: Call, run: Evaluation): Value {
  const lazy = Object.hasOwn(lazyFunctions, call.name) ? lazyFunctions[call.name] : undefined
  if (lazy && !call.spreads) {
    const value = lazy(call.arguments.map((argument) => () => run.attempt(argument)))
    return value === undefined ? run.undecided(call, { mayBeAbsent: call.name !== 'coalesce' }) : value
  }
  if (call.name === 'file') return fileText(call, run) ?? run.undecided(call)
  const known = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined
  if (known) return result(call, known, run)
  // Whatever the function is, its arguments may be refused or only known by a run.
  argumentsOf(call, run)
  return run.undecided(call)
}

/** What a function makes of its arguments; a shape of it where they have one alone. */
function result(call: Call, known: TerraformFunction, run: Evaluation): Value {
  const values = argumentsOf(call, run)
  const value =
    values && (known.takesParts || values.every(isPlain)) ? applied(known, values, run) : undefined
  if (value !== undefined) return value
  const shown = values?.map(shownAs)
  const like = shown?.every((one) => one !== undefined) ? applied(known, shown, run) : undefined
  const open = run.undecided(call, {
    ...(typeof like === 'string' && { like }),
    ...(known.handsOn && { mayBeAbsent: true }),
  })
  return lookingLike(open, like)
}

/** The text of a file beside the source, where its reader has it. */
function fileText({ arguments: [path], spreads }: Call, run: Evaluation): Value | undefined {
  const { fileText: read } = run.options
  if (!read || !path || spreads) return undefined
  const name = run.within(here, () => run.evaluate(path))
  return typeof name === 'string' ? read(name) : undefined
}

/** What a function makes out of little counts as well, so that no text grows without end. */
function applied({ apply }: TerraformFunction, values: readonly Value[], run: Evaluation): Value | undefined {
  try {
    const value = apply(values)
    if (Array.isArray(value)) run.spend(value.length)
    return typeof value === 'string' && value.length > maxText ? undefined : value
  } catch (thrown) {
    // A text longer than any may be.
    if (thrown instanceof RangeError) return undefined
    throw thrown
  }
}

function argumentsOf({ arguments: given, spreads }: Call, run: Evaluation): Value[] | undefined {
  const values = given.map((argument) => run.evaluate(argument))
  if (!spreads) return values
  const last = values.at(-1)
  return Array.isArray(last) ? [...values.slice(0, -1), ...last] : undefined
}
