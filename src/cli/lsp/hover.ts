/** What a field does, what holds where it is not set, and the AWS page behind it. */

import { tableOf } from '#core/ground/names.ts'
import { coverageOf } from '#core/http/pattern-coverage.ts'
import { overlapOf } from '#core/http/pattern-overlap.ts'
import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { PolicyType } from '#core/model/managed-policies.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKind } from '#core/resources/index.ts'
import { factsOf, fieldPage } from '#things/field-facts.ts'
import { policyWords } from '#things/policy-words.ts'
import { thingAt } from '#things/thing.ts'

const policyFields: Readonly<Record<string, PolicyType>> = tableOf({
  CachePolicyId: 'CachePolicy',
  OriginRequestPolicyId: 'OriginRequestPolicy',
  ResponseHeadersPolicyId: 'ResponseHeadersPolicy',
})

/** The texts that a field of a resource takes, where they are a fixed set. */
export function valuesAt(document: DesignDocument, path: Path): readonly string[] {
  const [, id, , ...rest] = path
  const type = document.resources[String(id)]?.type
  let shape: Shape | undefined = type === undefined ? undefined : resourceKind(type)?.config
  for (const step of rest) {
    if (shape?.kind === 'list') shape = shape.of
    else if (shape?.kind === 'structure') shape = shape.fields[String(step)]?.shape
    else return []
  }
  if (shape?.kind === 'list') shape = shape.of
  return shape?.kind === 'scalar' ? (shape.values ?? []) : []
}

const named = (path: Path): readonly string[] =>
  path.filter((step): step is string => typeof step === 'string')

/** Which paths a pattern takes, and which an earlier behavior takes from it. */
function patternWords(document: DesignDocument, path: Path): readonly string[] {
  const owner = distributionsIn(document).find((distribution) => isWithin(path, distribution.path))
  const behaviors = owner ? orderedBehaviorsOf(owner) : []
  const at = behaviors.findIndex((behavior) => isWithin(path, behavior.path))
  const patterns = behaviors.map(({ behavior }) => known(behavior.PathPattern))
  const own = patterns[at]
  if (own === undefined) return []
  const earlier = patterns.slice(0, at).filter((pattern) => pattern !== undefined)
  const { covered, by } = coverageOf(earlier, own)
  const names = (list: readonly string[]) => list.map((pattern) => `\`${pattern}\``).join(', ')
  if (covered === true)
    return [
      `No request reaches this behavior: ${names(by.map((index) => earlier[index] ?? ''))} takes all of its paths.`,
    ]
  const losses = earlier.flatMap((pattern) => {
    const witness = overlapOf(pattern, own)
    return witness === undefined ? [] : [`\`${witness}\` goes to \`${pattern}\`, which comes first.`]
  })
  return losses.length > 0 ? losses : ['No earlier behavior takes any of its paths.']
}

/** What the value itself means: a policy's effective settings, the paths of a pattern. */
function valueWords(document: DesignDocument, path: Path): readonly string[] {
  const name = String(path.at(-1))
  const policy = Object.hasOwn(policyFields, name) ? policyFields[name] : undefined
  if (policy) return policyWords(document, policy, valueAt(document, path))
  return name === 'PathPattern' ? patternWords(document, path) : []
}

function factWords(field: readonly string[], values: readonly string[]): readonly string[] {
  const facts = factsOf(field)
  return [
    facts.default !== undefined && `Not set: \`${facts.default}\`.`,
    facts.unit !== undefined && `In ${facts.unit}.`,
    facts.bounds !== undefined && `Bounds: ${facts.bounds}.`,
    values.length > 0 && `One of ${values.map((value) => `\`${value}\``).join(', ')}.`,
  ].filter((line) => line !== false)
}

/** A field in Markdown; undefined for what is no field of CloudFront's. */
export function hoverAt(document: DesignDocument, path: Path): string | undefined {
  const thing = thingAt(document, path)
  if (!thing) return undefined
  const field = named(path.slice(thing.path.length))
  const page = fieldPage(thing.shape, field)
  if (page === undefined) return undefined
  if (field.length === 0) return `**${thing.kindLabel}** ${thing.title}\n\n[${thing.shape}](${page})`
  const form = thing.sections
    .flatMap(({ fields }) => fields)
    .find((one) => one.path.join('.') === field.join('.'))
  return [
    `**${form?.label ?? field.at(-1)}** \`${field.join('.')}\``,
    ...(form?.help === undefined ? [] : [form.help]),
    ...valueWords(document, path),
    ...factWords(field, valuesAt(document, path)),
    `[${page.split('API_').at(-1)?.replace('.html', '')}](${page})`,
  ].join('\n\n')
}
