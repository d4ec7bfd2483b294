/** A field as the forms call it: one word for one thing, in the story, in differences and in the form that they lead to. */
import type { Path } from '#core/model/path.ts'
import type { FormField } from '#core/resources/kind/form-field.ts'
import { moreFields, spelled } from './more-fields.ts'
import type { Thing } from './thing.ts'

const holding = (fields: readonly FormField[], path: Path): FormField | undefined =>
  fields.find((one) => one.path.every((step, at) => path[at] === step))

/** Steps below a field: places in a list count from 1, names of the API are read as words. */
function within(label: string, steps: Path): string {
  const [step, ...rest] = steps
  if (step === undefined) return label
  return within(typeof step === 'number' ? `${label} ${step + 1}` : `${label}: ${spelled(step)}`, rest)
}

/** What a path below a thing is called; undefined for the thing itself. */
export function fieldLabel(thing: Pick<Thing, 'sections' | 'shape'>, path: Path): string | undefined {
  const [first] = path
  if (first === undefined) return undefined
  const own = thing.sections.flatMap(({ fields }) => fields)
  const field =
    holding(own, path) ??
    holding(
      moreFields(thing).flatMap(({ fields }) => fields),
      path,
    )
  if (field) return within(field.label, path.slice(field.path.length))
  // A structure as a whole: one within another is called as what stands first in it.
  const [inner] =
    path.length > 1 ? own.filter(({ path: at }) => path.every((step, index) => at[index] === step)) : []
  return inner?.label ?? spelled(String(path.findLast((step) => typeof step === 'string') ?? first))
}
