/** Policies, functions and access: resources of their own that are put on what they serve. */

import { attach, attachPolicyId, placeFor } from '#core/edits/attach.ts'
import { addResource } from '#core/edits/resources.ts'
import { inSentence } from '#core/ground/in-sentence.ts'
import type { DesignDocument, Resource, ResourceType } from '#core/model/document.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { codeForResponse } from '#core/resources/function.ts'
import { resourceKinds, resourceTypes } from '#core/resources/index.ts'
import type { Place, Preset, ResourceKind } from '#core/resources/kind/kind.ts'
import { type PaletteItem, sitePath } from './item.ts'

const fits = (place: Place | undefined, target: Path | undefined): target is Path => {
  if (!target || !place) return false
  if (place === 'behavior') return target[3] === 'CacheBehaviors' || target[3] === 'DefaultCacheBehavior'
  if (place === 'origin') return target[3] === 'Origins'
  return target.length === 3
}

function presetItem<Type extends ResourceType>(kind: ResourceKind<Type>, preset: Preset<Type>): PaletteItem {
  const { type, picture } = kind
  const { id, label, group, hint, name, config } = preset
  const place = placeFor(type)
  return {
    id,
    label,
    hint,
    group,
    picture,
    ...(place && { on: place }),
    insert(document, { target }) {
      const isUsed =
        fits(place, target) &&
        (place !== 'function' || document.resources[String(target[1])]?.type === 'Function')
      const begun = isUsed && type === 'Function' ? presetConfig(document, config, target) : config
      // A record's preset is a config of its type.
      const added = addResource(document, name, { type, config: begun } as Resource)
      return {
        edit: isUsed
          ? combine(`Add ${inSentence(label)} and use it`, [
              added.edit,
              attach(document, target, added.id, type),
            ])
          : added.edit,
        path: sitePath(added.id),
      }
    },
  }
}

const itemsOf = <Type extends ResourceType>(kind: ResourceKind<Type>): PaletteItem[] =>
  kind.presets.map((preset) => presetItem(kind, preset))

/** Where a behavior has a function for the viewer request, a new one is for the response, and begins as such. */
function presetConfig(document: DesignDocument, config: object, behavior: Path): object {
  const rows = valueAt(document, [...behavior, 'FunctionAssociations'])
  const events = Array.isArray(rows) ? rows.map((row: { EventType?: unknown }) => row.EventType) : []
  const isForResponse = events.includes('viewer-request') && !events.includes('viewer-response')
  return isForResponse ? { ...config, FunctionCode: codeForResponse } : config
}

/** Lambda@Edge functions are deployed elsewhere; what a behavior has of them is a version's ARN and an event. */
const lambdaAtEdge: PaletteItem = {
  id: 'lambda-edge',
  label: 'Lambda@Edge function',
  group: 'Functions and access',
  hint: 'on origin and viewer events',
  picture: 'lambda',
  on: 'behavior',
  insert(document, { owner, target }) {
    const behavior = fits('behavior', target) ? target : [...sitePath(owner), 'DefaultCacheBehavior']
    const path = [...behavior, 'LambdaFunctionAssociations']
    const rows = (valueAt(document, path) ?? []) as readonly { EventType?: string }[] // the field's shape
    const events = ['origin-request', 'origin-response', 'viewer-request', 'viewer-response']
    const EventType = events.find((event) => !rows.some((row) => row.EventType === event)) ?? 'origin-request'
    return {
      edit: setAt(path, [...rows, { EventType, LambdaFunctionARN: '' }], 'Add Lambda@Edge function'),
      path: behavior,
      focus: path,
    }
  },
}

export const resourceItems: readonly PaletteItem[] = [
  ...resourceTypes.flatMap((type) => itemsOf(resourceKinds[type])),
  lambdaAtEdge,
]

const managed = (type: PolicyType, hint = resourceKinds[type].label): PaletteItem[] =>
  managedPolicies(type)
    .filter(({ attachable }) => attachable)
    .map(({ id, name }) => ({
      id: `managed ${id}`,
      label: name,
      group: 'Managed by AWS',
      hint,
      picture: resourceKinds[type].picture,
      on: 'behavior',
      insert(_, { owner, target }) {
        const path = fits('behavior', target) ? target : [...sitePath(owner), 'DefaultCacheBehavior']
        return { edit: attachPolicyId(path, type, id, name), path }
      },
    }))

export const managedItems: readonly PaletteItem[] = [
  ...managed('CachePolicy'),
  ...managed('OriginRequestPolicy'),
  ...managed('ResponseHeadersPolicy'),
]
