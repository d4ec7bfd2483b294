/** Arguments of a resource that the design does not hold: they stay in the file, and the person is told. */
import type { HclBody, Span } from './hcl-syntax.ts'
import type { Spelling } from './spelling.ts'

/** What Terraform and the provider take on every resource, and what only steers a run. */
const own = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
  'timeouts',
  'dynamic',
  'tags',
  'tags_all',
  'retain_on_delete',
  'wait_for_deployment',
])

export interface UnknownArgument {
  readonly name: string
  readonly at: Span
}

function* within(body: HclBody, spellings: readonly Spelling[]): Generator<UnknownArgument> {
  const byName = new Map(
    spellings.flatMap((spelling) => [
      [spelling.name, spelling],
      [spelling.olderName ?? spelling.name, spelling],
    ]),
  )
  for (const attribute of body.attributes)
    if (!byName.has(attribute.name)) yield { name: attribute.name, at: attribute }
  for (const block of body.blocks) {
    const spelling = byName.get(block.type)
    if (!spelling) {
      if (block.type !== 'dynamic') yield { name: block.type, at: block }
    } else if (spelling.as === 'block' || spelling.as === 'blocks') yield* within(block.body, spelling.fields)
  }
}

/** The arguments of a resource's block, and of the blocks in it, that nothing in the design stands for. */
export const unknownArguments = (
  body: HclBody,
  spellings: readonly Spelling[],
  wrapper: string | undefined,
): UnknownArgument[] => {
  const inner = body.blocks.find(({ type }) => type === wrapper)
  const [place, outer] = wrapper === undefined ? [body, []] : [inner?.body, [...within(body, [])]]
  const found = [...outer, ...(place ? within(place, spellings) : [])]
  return found.filter(({ name }) => !own.has(name) && name !== wrapper)
}
