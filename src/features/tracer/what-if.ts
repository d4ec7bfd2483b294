/** Changes to try on a design before making them: each is an edit with a name. */
import { behaviorsOf, type PlacedResource, resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { fullName, managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'

export interface WhatIf {
  readonly id: string
  readonly label: string
  readonly edit: Edit
}
export interface Subject {
  readonly id: string
  /** “Behavior /api/*: cache policy”. */
  readonly label: string
  readonly group: string
  readonly options: readonly WhatIf[]
}

const fields: readonly { readonly type: PolicyType; readonly field: string; readonly label: string }[] = [
  { type: 'CachePolicy', field: 'CachePolicyId', label: 'cache policy' },
  { type: 'OriginRequestPolicy', field: 'OriginRequestPolicyId', label: 'origin request policy' },
  { type: 'ResponseHeadersPolicy', field: 'ResponseHeadersPolicyId', label: 'response headers policy' },
]

const set = (path: Path, value: unknown, label: string): WhatIf => ({
  id: JSON.stringify(value ?? null),
  label,
  edit: setAt(path, value, `Change ${String(path.at(-1))}`),
})

/** Every policy that could stand in a behavior's field, but for the one that does. */
function policyOptions(document: DesignDocument, type: PolicyType, path: Path): WhatIf[] {
  const now = valueAt(document, path)
  const isNow = (value: unknown) => JSON.stringify(value) === JSON.stringify(now)
  const own = resourcesOf(document, type).map(({ id, config }) =>
    set(path, { ref: id }, `${known(config.Name) ?? id} (of this design)`),
  )
  const managed = managedPolicies(type)
    .filter(({ attachable }) => attachable)
    .map((policy) => set(path, policy.id, fullName(policy)))
  const none = type === 'CachePolicy' || now === undefined ? [] : [set(path, undefined, 'none')]
  return [...none, ...own, ...managed].filter(({ id }) => !isNow(JSON.parse(id) ?? undefined))
}

const ttlNames = ['MinTTL', 'DefaultTTL', 'MaxTTL'] as const
const ttls = [0, 1, 60, 3600, 86_400, 31_536_000]

/** The TTLs of the design's own cache policies. */
function ttlSubjects(document: DesignDocument): Subject[] {
  return resourcesOf(document, 'CachePolicy').flatMap(({ id, config, path }) =>
    ttlNames.map((name) => ({
      id: `${id} ${name}`,
      label: name,
      group: `Cache policy ${known(config.Name) ?? id}`,
      options: ttls
        .filter((seconds) => seconds !== known(config[name]))
        .map((seconds) => set([...path, name], seconds, `${seconds} s`)),
    })),
  )
}

/** What may be tried on a distribution: the policies of its behaviors, compression, and the TTLs of its policies. */
export function whatIfSubjects(document: DesignDocument, site: PlacedResource<'Distribution'>): Subject[] {
  const ofBehaviors = behaviorsOf(site).flatMap(({ behavior, index, path }): Subject[] => {
    const group = index === undefined ? 'Default cache behavior' : `Behavior ${nameOf(behavior.PathPattern)}`
    const isLegacy = behavior.CachePolicyId === undefined && behavior.ForwardedValues !== undefined
    const policies = fields
      .filter(({ type }) => !isLegacy || type === 'ResponseHeadersPolicy')
      .map(({ type, field, label }) => ({
        id: `${path.join('/')} ${field}`,
        label,
        group,
        options: policyOptions(document, type, [...path, field]),
      }))
    const compress = known(behavior.Compress) === true
    return [
      ...policies,
      {
        id: `${path.join('/')} Compress`,
        label: 'compression',
        group,
        options: [set([...path, 'Compress'], !compress, compress ? 'off' : 'on')],
      },
      {
        id: `${path.join('/')} ViewerProtocolPolicy`,
        label: 'viewer protocol policy',
        group,
        options: ['allow-all', 'redirect-to-https', 'https-only']
          .filter((value) => value !== behavior.ViewerProtocolPolicy)
          .map((value) => set([...path, 'ViewerProtocolPolicy'], value, value)),
      },
    ]
  })
  return [...ofBehaviors, ...ttlSubjects(document)].filter(({ options }) => options.length > 0)
}
