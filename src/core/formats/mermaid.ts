/** A flowchart for a README or a review (https://mermaid.js.org/syntax/flowchart.html). */
import {
  behaviorsOf,
  defaultBehaviorName,
  distributionsIn,
  originGroupsOf,
  originsOf,
} from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineFormat } from './format.ts'

/** Text that Mermaid takes as text, whatever stands in it. */
const label = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ./*?@:,_-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`)}"`

function chart(site: ReturnType<typeof distributionsIn>[number], prefix: string): string[] {
  const targets = new Map<string, string>()
  const lines = [`  ${prefix}([${label(site.id)}])`]
  for (const [index, { value }] of originsOf(site).entries()) {
    targets.set(nameOf(value.Id), `${prefix}o${index}`)
    lines.push(`  ${prefix}o${index}[${label(`${nameOf(value.Id)}: ${nameOf(value.DomainName)}`)}]`)
  }
  for (const [index, { value }] of originGroupsOf(site).entries()) {
    const id = `${prefix}g${index}`
    targets.set(nameOf(value.Id), id)
    lines.push(`  ${id}{{${label(nameOf(value.Id))}}}`)
    for (const [order, member] of knownItems(value.Members as Parameters<typeof knownItems>[0]).entries()) {
      const target = targets.get(nameOf((member as { OriginId?: string }).OriginId))
      if (target !== undefined) lines.push(`  ${id} -->|${order === 0 ? 'primary' : 'failover'}| ${target}`)
    }
  }
  for (const [index, { behavior }] of behaviorsOf(site).entries()) {
    const id = `${prefix}b${index}`
    const pattern = behavior.PathPattern === undefined ? defaultBehaviorName : nameOf(behavior.PathPattern)
    lines.push(`  ${prefix} -->|${index + 1}| ${id}(${label(pattern)})`)
    const target = targets.get(nameOf(behavior.TargetOriginId))
    if (target !== undefined) lines.push(`  ${id} --> ${target}`)
  }
  return lines
}

const picture = (document: DesignDocument): string =>
  ['flowchart LR', ...distributionsIn(document).flatMap((site, index) => chart(site, `d${index}`)), ''].join(
    '\n',
  )

export const mermaid = defineFormat({
  id: 'mermaid',
  label: 'Mermaid (picture)',
  family: 'picture',
  syntax: 'plaintext',
  fileNames: ['design.mmd'],
  shows: [
    'Origins.Id',
    'Origins.DomainName',
    'OriginGroups.Id',
    'OriginGroups.Members.OriginId',
    'DefaultCacheBehavior.TargetOriginId',
    'CacheBehaviors.PathPattern',
    'CacheBehaviors.TargetOriginId',
  ],
  // A picture is not read again, so that it leaves things out is what it is for.
  write: (document) => ({ text: picture(document), losses: [] }),
})
