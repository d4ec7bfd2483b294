/** A picture for a README or a review: what the viewer asks leads through the behaviors, in their order, to origins. */
import { tableOf } from '#core/ground/names.ts'
import {
  behaviorsOf,
  defaultBehaviorName,
  distributionsIn,
  originGroupsOf,
  originsOf,
} from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression, known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineFormat } from './format.ts'

type Site = ReturnType<typeof distributionsIn>[number]
type Kind = 'viewer' | 'distribution' | 'behavior' | 'group' | 'origin'
interface Box {
  readonly kind: Kind
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
}
interface Edge {
  readonly from: Box
  readonly to: Box
  readonly label?: string
}

const width = 200
const height = 48
const columnGap = 72
const rowGap = 20
const margin = 24
const columns: readonly Kind[] = ['viewer', 'distribution', 'behavior', 'group', 'origin']
const titles: Readonly<Record<Kind, string>> = {
  viewer: 'Viewer',
  distribution: 'Distribution',
  behavior: 'Behaviors',
  group: 'Origin groups',
  origin: 'Origins',
}

const entities: Readonly<Record<string, string>> = tableOf({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
})
/** Text as XML takes it: no control characters, no lone halves of a pair. */
const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** As much of a text as a box holds; 12 pixels of a common font are about 6.6 wide. */
function shortened(text: string, pixels: number, perCharacter: number): string {
  const characters = [...text]
  const room = Math.floor(pixels / perCharacter)
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`
}

const columnX = (used: readonly Kind[], kind: Kind) => margin + used.indexOf(kind) * (width + columnGap)

/** The things of one distribution by column, from a vertical start. */
function layOut(site: Site, used: readonly Kind[], top: number) {
  const stack = (kind: Kind, items: readonly (readonly string[])[]): Box[] =>
    items.map((lines, index) => ({ kind, lines, x: columnX(used, kind), y: top + index * (height + rowGap) }))
  const behaviors = behaviorsOf(site)
  const aliases = knownItems(site.config.Aliases).map(String)
  const [viewer] = stack('viewer', [['Viewers', aliases.join(', ') || 'any host name']])
  const [distribution] = stack('distribution', [[site.id, textOf(site.config.Comment)]])
  return {
    viewer,
    distribution,
    behaviors: stack(
      'behavior',
      behaviors.map(({ behavior }, index) => [
        `${index + 1}  ${behavior.PathPattern === undefined ? defaultBehaviorName : nameOf(behavior.PathPattern)}`,
        textOf(behavior.ViewerProtocolPolicy),
      ]),
    ),
    groups: stack(
      'group',
      originGroupsOf(site).map(({ value }) => [nameOf(value.Id), 'fails over']),
    ),
    origins: stack(
      'origin',
      originsOf(site).map(({ value }) => [nameOf(value.Id), nameOf(value.DomainName)]),
    ),
  }
}

const textOf = (value: unknown): string => {
  const plain = isExpression(value) ? '' : known(value)
  return typeof plain === 'string' ? plain : ''
}

function edgesOf(site: Site, boxes: ReturnType<typeof layOut>): Edge[] {
  const { viewer, distribution, behaviors, groups, origins } = boxes
  if (!viewer || !distribution) return []
  const targets = new Map<string, Box>()
  for (const [index, { value }] of originsOf(site).entries())
    if (origins[index]) targets.set(nameOf(value.Id), origins[index])
  for (const [index, { value }] of originGroupsOf(site).entries())
    if (groups[index]) targets.set(nameOf(value.Id), groups[index])
  const edges: Edge[] = [{ from: viewer, to: distribution }]
  for (const [index, { behavior }] of behaviorsOf(site).entries()) {
    const from = behaviors[index]
    if (!from) continue
    edges.push({ from: distribution, to: from })
    const to = targets.get(nameOf(behavior.TargetOriginId))
    if (to) edges.push({ from, to })
  }
  for (const [index, { value }] of originGroupsOf(site).entries()) {
    const from = groups[index]
    for (const [order, member] of knownItems(value.Members).entries()) {
      const to = targets.get(nameOf(member.OriginId))
      if (from && to) edges.push({ from, to, label: order === 0 ? 'primary' : 'failover' })
    }
  }
  return edges
}

function boxText({ kind, lines: [title = '', detail = ''], x, y }: Box): string {
  const name = `<text class="name" x="${x + 12}" y="${y + (detail === '' ? 29 : 21)}">${escaped(shortened(title, width - 24, 7.2))}</text>`
  const more =
    detail === ''
      ? ''
      : `<text x="${x + 12}" y="${y + 37}">${escaped(shortened(detail, width - 24, 6.2))}</text>`
  const whole = escaped([title, detail].filter((line) => line !== '').join(': '))
  return `  <g class="${kind}"><title>${whole}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>${name}${more}</g>`
}

function edgeText({ from, to, label }: Edge): string {
  const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2]
  const bend = (x2 - x1) / 2
  const path = `  <path d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" marker-end="url(#to)"/>`
  return label === undefined
    ? path
    : `${path}\n  <text class="label" x="${x1 + 8}" y="${(y1 + y2) / 2 - 4}">${label}</text>`
}

/** Light cards with dark words, and grays between them that read on white and on black. */
const style = `    text { font: 11px system-ui, sans-serif; fill: #4b5563 }
    .name { font-weight: 600; font-size: 12px; fill: #111827 }
    .column { font-weight: 600; letter-spacing: .04em; fill: #7b818c }
    .label { font-size: 10px; fill: #7b818c }
    rect { fill: #ffffff; stroke: #7b818c; stroke-width: 1.5 }
    .distribution rect { stroke: #8b6fd6 } .behavior rect { stroke: #3b8fc4 }
    .group rect { stroke: #b9812f } .origin rect { stroke: #3f9a6c }
    path { fill: none; stroke: #7b818c; stroke-width: 1.2 }
    marker path { fill: #7b818c; stroke: none }`

const head = (kind: Kind, used: readonly Kind[]) =>
  `  <text class="column" x="${columnX(used, kind)}" y="${margin}">${titles[kind]}</text>`

function picture(document: DesignDocument): string {
  const sites = distributionsIn(document)
  const hasGroups = sites.some((site) => originGroupsOf(site).length > 0)
  const used = columns.filter((kind) => kind !== 'group' || hasGroups)
  let top = margin + 16
  const parts: string[] = used.map((kind) => head(kind, used))
  for (const site of sites) {
    const boxes = layOut(site, used, top)
    const all = [
      boxes.viewer,
      boxes.distribution,
      ...boxes.behaviors,
      ...boxes.groups,
      ...boxes.origins,
    ].filter((box) => box !== undefined)
    parts.push(...edgesOf(site, boxes).map(edgeText), ...all.map(boxText))
    top = Math.max(...all.map(({ y }) => y)) + height + 2 * rowGap
  }
  const across = 2 * margin + used.length * (width + columnGap) - columnGap
  const down = top - 2 * rowGap + margin
  const names = escaped(sites.map(({ id }) => id).join(', '))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${down}" width="${across}" height="${down}" role="img" aria-label="CloudFront design: ${names}">
  <style>
${style}
  </style>
  <defs><marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
${parts.join('\n')}
</svg>
`
}

export const svg = defineFormat({
  id: 'svg',
  label: 'SVG (picture)',
  family: 'picture',
  syntax: 'plaintext',
  fileNames: ['design.svg'],
  shows: [
    'Aliases',
    'Comment',
    'Origins.Id',
    'Origins.DomainName',
    'OriginGroups.Id',
    'OriginGroups.Members.OriginId',
    'DefaultCacheBehavior.TargetOriginId',
    'DefaultCacheBehavior.ViewerProtocolPolicy',
    'CacheBehaviors.PathPattern',
    'CacheBehaviors.TargetOriginId',
    'CacheBehaviors.ViewerProtocolPolicy',
  ],
  // A picture is not read again, so that it leaves things out is what it is for.
  write: (document) => ({ text: picture(document), losses: [] }),
})
