/** What expressions see of the resources that a module declares, one alone or the instances of `count` and `for_each`. */
import type { Unknown } from '#core/model/field.ts'
import { itemsOf } from './collections.ts'
import { attributeOf, type Declarations } from './declarations.ts'
import type { HclBlock, HclExpression, HclStep } from './hcl-syntax.ts'
import { resourceValue } from './resource-value.ts'
import { type Fields, texts, type Value } from './value.ts'

/** The evaluator's own means. */
interface Means {
  readonly evaluate: (expression: HclExpression) => Value
  readonly undecided: (expression: HclExpression, more?: Partial<Unknown>) => Unknown
  readonly refuse: (expression: HclExpression) => Value
  /** Notes that an instance may not be there. */
  readonly doubt: () => void
  readonly inside: (value: Value, steps: readonly HclStep[], expression: HclExpression) => Value
}

/** The keys of a resource's instances. */
interface Instances {
  readonly keys: readonly string[]
  readonly isMap: boolean
}

/** The steps that a splat takes into each item, and those behind it. */
export function splatParts(
  splat: 'names' | 'all',
  steps: readonly HclStep[],
): readonly [inner: readonly HclStep[], outer: readonly HclStep[]] {
  const cut = splat === 'all' ? -1 : steps.findIndex((one) => !('name' in one))
  return cut < 0 ? [steps, []] : [steps.slice(0, cut), steps.slice(cut)]
}

/** More than a file has of one. */
const maxInstances = 1000

export class ResourceValues {
  private readonly declared: Declarations
  private readonly means: Means
  private readonly known = new Map<string, Instances | undefined>()

  constructor(declared: Declarations, means: Means) {
    this.declared = declared
    this.means = means
  }

  /** Undefined for a resource that stands alone, and for one whose instances a run decides. */
  private instancesOf(address: string, block: HclBlock): Instances | undefined {
    if (this.known.has(address)) return this.known.get(address)
    // What a resource's own number depends on is not known of it.
    this.known.set(address, undefined)
    const instances = this.counted(block)
    this.known.set(address, instances)
    return instances
  }

  private counted(block: HclBlock): Instances | undefined {
    const [count, over] = [attributeOf(block, 'count'), attributeOf(block, 'for_each')]
    if (count) {
      const number = this.means.evaluate(count)
      if (typeof number !== 'number' || number < 0 || number > maxInstances) return undefined
      return { keys: Array.from({ length: number }, (_, index) => String(index)), isMap: false }
    }
    const items = over && itemsOf(this.means.evaluate(over))
    const keys = items && texts(items.map(([key]) => key))
    return keys && { keys, isMap: true }
  }

  at(address: string, block: HclBlock, steps: readonly HclStep[], expression: HclExpression): Value {
    const instances = this.instancesOf(address, block)
    const [step, ...rest] = steps
    if (!instances) {
      if (step && 'index' in step) this.means.doubt()
      return this.one(address, block, steps, expression)
    }
    if (step && 'index' in step) {
      const key = texts([this.means.evaluate(step.index)])?.[0]
      if (key === undefined) this.means.doubt()
      const isThere = key === undefined || instances.keys.includes(key)
      return isThere ? this.one(address, block, rest, expression) : this.means.refuse(expression)
    }
    if (step && 'splat' in step && !instances.isMap) {
      const [inner, outer] = splatParts(step.splat, rest)
      const items = instances.keys.map(() => this.ofMany(instances, address, block, inner, expression))
      return this.means.inside(items, outer, expression)
    }
    return step ? this.means.undecided(expression) : this.whole(instances, expression)
  }

  private whole({ keys, isMap }: Instances, expression: HclExpression): Value {
    const instances = keys.map(() => this.means.undecided(expression))
    if (!isMap) return instances
    return Object.fromEntries(keys.map((key, index) => [key, instances[index] ?? null])) as Fields
  }

  /** The design shows instances once, so a reference means one of several only where there is but one. */
  private ofMany(
    { keys }: Instances,
    address: string,
    block: HclBlock,
    steps: readonly HclStep[],
    expression: HclExpression,
  ): Value {
    return keys.length === 1 ? this.one(address, block, steps, expression) : this.means.undecided(expression)
  }

  private one(address: string, block: HclBlock, steps: readonly HclStep[], expression: HclExpression): Value {
    const own = ['bucket', 'name', 'function_name'].flatMap((field) => attributeOf(block, field) ?? [])
    const text = own.map(this.means.evaluate).find((value) => typeof value === 'string')
    const id = this.declared.ids.get(address)
    const [type = '', name = ''] = block.labels
    const { known, ...shape } = resourceValue(type, name, steps, { id, name: text })
    return known ?? this.means.undecided(expression, shape)
  }
}
