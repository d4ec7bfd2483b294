/** Blocks of HCL as the reader of shapes takes them: `dynamic` ones that the file decides are written out. */
import type { Expression } from '#core/model/field.ts'
import { itemsOf } from './collections.ts'
import type { Evaluator } from './evaluate.ts'
import type { Names } from './evaluation.ts'
import type { HclBlock, HclBody } from './hcl-syntax.ts'
import type { Body } from './shape-body.ts'
import type { Value } from './value.ts'

interface PlacedBody {
  readonly body: Body | Expression
  readonly offset: number
}
const attributeIn = (body: HclBody, name: string) =>
  body.attributes.find((attribute) => attribute.name === name)?.value
const contentOf = ({ body }: HclBlock): HclBlock | undefined =>
  body.blocks.find(({ type }) => type === 'content')
const isDynamic = ({ type }: HclBlock) => type === 'dynamic'

export class Bodies {
  private readonly evaluator: Evaluator
  private readonly expanded = new Set<HclBlock>()

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator
  }

  body(hcl: HclBody, names: Names): Body {
    return {
      value: (name) => {
        const found = hcl.attributes.find((attribute) => attribute.name === name)
        if (!found) return undefined
        const value = this.evaluator.within(names, () => this.evaluator.evaluate(found.value))
        return { value, offset: found.start }
      },
      blocks: (name) =>
        hcl.blocks.flatMap((block): PlacedBody[] => {
          if (block.type === name) return [{ body: this.body(block.body, names), offset: block.start }]
          return isDynamic(block) && block.labels[0] === name ? this.repeated(block, names) : []
        }),
    }
  }

  /** One block for each item, or one unknown where a run decides how many there are. */
  private repeated(block: HclBlock, names: Names): PlacedBody[] {
    const over = attributeIn(block.body, 'for_each')
    const content = contentOf(block)
    const items = over && itemsOf(this.evaluator.within(names, () => this.evaluator.evaluate(over)))
    if (!items || !content)
      return [{ body: this.evaluator.unknown(block, { mayBeAbsent: true }), offset: block.start }]
    this.expanded.add(block)
    const named = attributeIn(block.body, 'iterator')
    const iterator = named?.kind === 'traversal' ? named.root : (block.labels[0] ?? '')
    return items.map(([key, value]) => ({
      body: this.body(content.body, new Map([...names, [iterator, { key, value }]])),
      offset: content.start,
    }))
  }

  /** The `dynamic` blocks of a body, at any depth, that stayed unknown. */
  undecidedIn({ blocks }: HclBody): HclBlock[] {
    return blocks.flatMap((block) => {
      if (!isDynamic(block)) return this.undecidedIn(block.body)
      const content = contentOf(block)
      return this.expanded.has(block) && content ? this.undecidedIn(content.body) : [block]
    })
  }
}

interface Repetition {
  /** How many of it there are; undefined where a run decides. */
  readonly created: number | undefined
  /** What `each` or `count` says in it, where there is one alone. */
  readonly names: Names
}
const noNames: Names = new Map()

/** What `count` or `for_each` of a resource says. */
export function repetitionOf(argument: string, value: Value): Repetition {
  if (argument === 'count') {
    const count = typeof value === 'number' ? value : undefined
    return { created: count, names: count === 1 ? new Map([['count', { index: 0 }]]) : noNames }
  }
  const items = itemsOf(value)
  const [first] = items ?? []
  const alone = items?.length === 1 ? first : undefined
  return {
    created: items?.length,
    names: alone ? new Map([['each', { key: alone[0], value: alone[1] }]]) : noNames,
  }
}
