/**
 * What CloudFront has and the pinned SDK's model of it lacks. The SDK drops such elements when it reads and when it
 * writes, and an update that leaves a setting out removes it
 * (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDistribution.html), so one step of the
 * client keeps them: as members of the typed value on the way in, as elements at the same place on the way out.
 */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { parseXML } from '@aws-sdk/xml-builder'
import { getSmithyContext } from '@smithy/core/client'
import { NormalizedSchema } from '@smithy/core/schema'
import { DriverFailure } from '#core/plan/driver.ts'

type Fields = { [name: string]: unknown }
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
const listed = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** Attributes come among the elements; CloudFront has none but its namespace. */
const isElementName = (name: string) => /^[A-Za-z][\w.-]*$/.test(name) && name !== 'xmlns'

interface Member {
  readonly name: string
  readonly schema: NormalizedSchema
}
const membersOf = (schema: NormalizedSchema): ReadonlyMap<string, Member> =>
  new Map(
    [...schema.structIterator()].map(([name, member]) => [
      member.getMemberTraits().xmlName ?? name,
      { name, schema: member },
    ]),
  )
const itemName = (schema: NormalizedSchema): string =>
  schema.getValueSchema().getMergedTraits().xmlName ?? 'member'

/** Puts every element that the schema does not name into the value that was made without it. */
function keepUnknown(schema: NormalizedSchema, raw: unknown, typed: unknown): void {
  if (schema.isListSchema()) {
    const items = isFields(raw) ? listed(raw[itemName(schema)]) : []
    for (const [index, item] of listed(typed).entries())
      keepUnknown(schema.getValueSchema(), items[index], item)
    return
  }
  if (!schema.isStructSchema() || !isFields(raw) || !isFields(typed)) return
  const members = membersOf(schema)
  for (const [name, child] of Object.entries(raw)) {
    const member = members.get(name)
    if (member) keepUnknown(member.schema, child, typed[member.name])
    else if (isElementName(name) && !(name in typed)) typed[name] = child
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')

/** An unknown member as XML. The elements of a list have names, which only an answer of CloudFront's tells. */
function elementOf(name: string, value: unknown): string {
  if (value === undefined || value === null || !isElementName(name)) return ''
  if (Array.isArray(value)) {
    if (name === 'Items')
      throw new DriverFailure(
        'The items of a list that this version of Frontage does not know cannot be sent; take the list out of the design, or set it in AWS and import it.',
        { isRefusal: true },
      )
    return value.map((item) => elementOf(name, item)).join('')
  }
  const inner = isFields(value)
    ? Object.entries(value)
        .map(([child, one]) => elementOf(child, one))
        .join('')
    : escaped(String(value))
  return `<${name}>${inner}</${name}>`
}

interface Open {
  readonly schema: NormalizedSchema | undefined
  readonly value: unknown
  /** Items of a list that were met so far. */
  count: number
}

function childOf(parent: Open, name: string): Open {
  const { schema, value } = parent
  if (schema?.isListSchema()) {
    parent.count += 1
    return { schema: schema.getValueSchema(), value: listed(value)[parent.count - 1], count: 0 }
  }
  const member = schema?.isStructSchema() && isFields(value) ? membersOf(schema).get(name) : undefined
  return member && isFields(value)
    ? { schema: member.schema, value: value[member.name], count: 0 }
    : { schema: undefined, value: undefined, count: 0 }
}

function unknownOf({ schema, value }: Open): string {
  if (!schema?.isStructSchema() || !isFields(value)) return ''
  const known = new Set([...schema.structIterator()].map(([name]) => name))
  return Object.entries(value)
    .filter(([name]) => !known.has(name))
    .map(([name, child]) => elementOf(name, child))
    .join('')
}

/** A body that the SDK wrote, with what it left out of the input at the end of each structure. */
function withUnknown(body: string, schema: NormalizedSchema, input: unknown): string {
  const open: Open[] = []
  return body.replace(/<(\/?)([A-Za-z][\w.-]*)([^>]*?)(\/?)>/g, (tag, closing, name, attributes, isEmpty) => {
    if (closing !== '') {
      const closed = open.pop()
      return `${closed ? unknownOf(closed) : ''}${tag}`
    }
    const parent = open.at(-1)
    const element = parent ? childOf(parent, name) : { schema, value: input, count: 0 }
    if (isEmpty === '') {
      open.push(element)
      return tag
    }
    const added = unknownOf(element)
    return added === '' ? tag : `<${name}${attributes}>${added}</${name}>`
  })
}

/** What the body of a message is of: the one member that is the payload, or the whole. */
function payloadOf(schema: NormalizedSchema, value: unknown): Open {
  for (const [name, member] of schema.structIterator())
    if (member.getMergedTraits().httpPayload)
      return { schema: member, value: isFields(value) ? value[name] : undefined, count: 0 }
  return { schema, value, count: 0 }
}

/** The schemas of an operation, as the SDK hands them to its own steps. */
function schemasOf(context: object) {
  const { operationSchema } = getSmithyContext(context as { [key: string]: unknown })
  const [, , , , input, output] = operationSchema as readonly unknown[]
  type SchemaRef = Parameters<typeof NormalizedSchema.of>[0]
  return {
    input: NormalizedSchema.of(input as SchemaRef),
    output: NormalizedSchema.of(output as SchemaRef),
  }
}

/** Gives a client the step; a client that has it stays as it is. */
export function keepUnknownMembers(aws: CloudFront): CloudFront {
  aws.middlewareStack.add(
    (next, context) => (args) => {
      // The step runs on HTTP requests only.
      const request = args.request as { body?: unknown }
      const { schema, value } = payloadOf(schemasOf(context).input, args.input)
      if (typeof request.body === 'string' && request.body !== '' && schema?.isStructSchema())
        request.body = withUnknown(request.body, schema, value)
      return next(args)
    },
    // Before the step that counts the bytes.
    { step: 'build', priority: 'high', name: 'sendUnknownMembers', override: true },
  )
  aws.middlewareStack.add(
    (next, context) => async (args) => {
      const told = await next(args)
      const response = told.response as { statusCode: number; body?: unknown }
      const { schema } = payloadOf(schemasOf(context).output, undefined)
      // A list only names what is read by itself, and the code of a function is no XML.
      if (response.statusCode < 300 && !context.commandName?.startsWith('List') && schema?.isStructSchema())
        response.body = await aws.config.streamCollector(response.body)
      return told
    },
    // Nearer to the network than the step that makes a value of the answer.
    { step: 'deserialize', priority: 'low', name: 'collectAnswer', override: true },
  )
  aws.middlewareStack.add(
    (next, context) => async (args) => {
      const told = await next(args)
      const { body } = told.response as { body?: unknown }
      const { schema, value } = payloadOf(schemasOf(context).output, told.output)
      if (!(body instanceof Uint8Array) || body.length === 0 || !schema?.isStructSchema()) return told
      const [raw] = Object.values(parseXML(new TextDecoder().decode(body)) as Fields)
      keepUnknown(schema, raw, value)
      return told
    },
    { step: 'deserialize', priority: 'high', name: 'keepUnknownMembers', override: true },
  )
  return aws
}
