/** Every field of a thing that its form does not show, from the shapes: by topic, each with a control of its own. */
import { inSentence } from '#core/ground/in-sentence.ts'
import { tableOf } from '#core/ground/names.ts'
import type { Shape as DataShape, FieldShape } from '#core/model/shapes/shape.ts'
import { resourceKind, resourceKinds } from '#core/resources/index.ts'
import type { FieldKind, FormField, FormSection } from '#core/resources/kind/form-field.ts'
import type { Shape, Thing } from './thing.ts'

const site = resourceKinds.Distribution.config

const itemOf = (name: string): DataShape | undefined => {
  const shape = site.fields[name]?.shape
  return shape?.kind === 'list' ? shape.of : shape
}
const parts: Readonly<Partial<Record<Shape, DataShape | undefined>>> = {
  CacheBehavior: itemOf('CacheBehaviors'),
  DefaultCacheBehavior: itemOf('DefaultCacheBehavior'),
  Origin: itemOf('Origins'),
  OriginGroup: itemOf('OriginGroups'),
}

/** The structure of the API that a thing is; undefined for what is not CloudFront's. */
export const shapeOf = (shape: Shape): DataShape | undefined => parts[shape] ?? resourceKind(shape)?.config

/** These have nodes of their own, or are the writers' business. */
const elsewhere: Readonly<Partial<Record<Shape, readonly string[]>>> = {
  Distribution: ['Origins', 'OriginGroups', 'CacheBehaviors', 'DefaultCacheBehavior'],
}
const writers: ReadonlySet<string> = new Set(['CallerReference', 'Quantity'])

/** Initials that AWS writes as words. */
const initials: Readonly<Record<string, string>> = tableOf({
  ...Object.fromEntries(
    ['ACM', 'ARN', 'IAM', 'ID', 'IP', 'HTTP', 'HTTPS', 'SSL', 'TLS', 'TTL', 'URL', 'VPC', 'CORS'].map(
      (one) => [one.toLowerCase(), one],
    ),
  ),
  mtls: 'mTLS',
})

/** `OriginReadTimeout` is read as “Origin read timeout”; what is spelled in capitals stays so. */
export const spelled = (name: string): string => {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
  const isName = (word: string) => /^[A-Z0-9]{2,}$/.test(word)
  return words
    .split(' ')
    .map((word, at) => initials[word.toLowerCase()] ?? (at === 0 || isName(word) ? word : word.toLowerCase()))
    .join(' ')
}

const inSeconds = /TTL$|Timeout$|Sec$|Interval$/

/** The control for a value of a shape that is no structure. */
export function kindOf(name: string, shape: DataShape): FieldKind {
  if (shape.kind === 'list') {
    if (shape.of.kind === 'structure') return { is: 'items', of: shape.of, noun: spelled(name).toLowerCase() }
    if (shape.of.kind === 'scalar' && shape.of.values) return { is: 'set', choices: shape.of.values }
    return { is: shape.of.kind === 'scalar' && shape.of.type === 'number' ? 'numbers' : 'lines' }
  }
  if (shape.kind === 'structure') return { is: 'json' }
  if (shape.values) return { is: 'choice', choices: shape.values }
  if (shape.type === 'boolean') return { is: 'switch' }
  if (shape.type === 'number') return { is: inSeconds.test(name) ? 'seconds' : 'number' }
  return { is: 'text' }
}

/** Every leaf below a structure, lists of structures as one. */
export function leavesOf(
  fields: Readonly<Record<string, FieldShape>>,
  at: readonly string[] = [],
): readonly FormField[] {
  return Object.entries(fields)
    .filter(([name]) => !writers.has(name))
    .flatMap(([name, { shape }]): readonly FormField[] => {
      const path = [...at, name]
      if (shape.kind === 'structure') return leavesOf(shape.fields, path)
      return [{ path, label: spelled(name), kind: kindOf(name, shape) }]
    })
}

const isShown = (shown: readonly FormField[], { path }: FormField): boolean =>
  shown.some((one) => one.path.every((step, index) => step === path[index]))

/** What the form of a thing leaves out, by topic: the structures that it stands in, and one topic for the rest. */
export function moreFields({ shape, sections }: Pick<Thing, 'shape' | 'sections'>): readonly FormSection[] {
  const data = shapeOf(shape)
  if (data?.kind !== 'structure') return []
  const shown = sections.flatMap(({ fields }) => fields)
  const left = leavesOf(data.fields).filter(
    (field) => !isShown(shown, field) && !elsewhere[shape]?.includes(field.path[0] ?? ''),
  )
  const topicOf = ({ path }: FormField) => (path.length > 1 ? spelled(path[0] ?? '') : 'Further settings')
  const topics = [...new Set(left.map(topicOf))].toSorted((a, b) =>
    a === 'Further settings' ? -1 : b === 'Further settings' ? 1 : a.localeCompare(b),
  )
  return topics.map((title) => ({
    title,
    isMore: true,
    fields: left
      .filter((field) => topicOf(field) === title)
      .map((field) => ({
        ...field,
        label:
          field.path.length > 2
            ? `${spelled(field.path.at(-2) ?? '')}: ${inSentence(field.label)}`
            : field.label,
      })),
  }))
}
