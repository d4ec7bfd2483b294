/** Behaviors and origins before and after, side by side: what is new or gone is marked in both. */
import { behaviorName, type Side } from '#core/review/side.ts'
import type { SiteReview } from '#core/review/site-review.ts'
import { element, text } from './xml.ts'

interface Half {
  readonly caption: string
  readonly behaviors: readonly string[]
  readonly origins: readonly string[]
  readonly edges: readonly (readonly [behavior: string, origin: string])[]
}
type Mark = '' | 'new' | 'gone' | 'changed'

const halfOf = (caption: string, { compiled }: Side): Half => {
  const edges = compiled.behaviors.map((behavior) => [behaviorName(behavior), behavior.target.id] as const)
  return {
    caption,
    behaviors: [...new Set(edges.map(([behavior]) => behavior))],
    origins: [...new Set(edges.map(([, origin]) => origin))],
    edges,
  }
}

const row = 34
const box = { width: 170, height: 24 } as const
const halfWidth = 470
const top = 34

const short = (words: string) => (words.length > 24 ? `${words.slice(0, 23)}…` : words)

const node = (x: number, y: number, name: string, mark: Mark): string =>
  element('g', { class: mark }, [
    element('title', {}, [text(mark === '' ? name : `${name} (${mark})`)]),
    element('rect', { class: 'box', x, y, width: box.width, height: box.height, rx: 5 }, []),
    element('text', { x: x + 8, y: y + 16 }, [
      text(
        `${short(name)}${mark === 'new' ? ' +' : mark === 'gone' ? ' −' : mark === 'changed' ? ' ≠' : ''}`,
      ),
    ]),
  ])

interface Marks {
  readonly behavior: (name: string) => Mark
  readonly origin: (name: string) => Mark
  readonly edge: (behavior: string, origin: string) => Mark
}

function drawn(half: Half, left: number, marks: Marks): string {
  const yOf = (at: number) => top + at * row
  const [near, far] = [left, left + halfWidth - box.width - 20]
  const edges = half.edges.map(([behavior, origin]) => {
    const [from, to] = [yOf(half.behaviors.indexOf(behavior)) + 12, yOf(half.origins.indexOf(origin)) + 12]
    const [start, end] = [near + box.width, far]
    const middle = (start + end) / 2
    return element(
      'path',
      {
        class: `edge ${marks.edge(behavior, origin)}`,
        d: `M${start} ${from}C${middle} ${from} ${middle} ${to} ${end} ${to}`,
      },
      [],
    )
  })
  return [
    element('text', { class: 'caption', x: near, y: 18 }, [text(half.caption)]),
    ...edges,
    ...half.behaviors.map((name, at) =>
      node(near, yOf(at), name === '*' ? '* (default)' : name, marks.behavior(name)),
    ),
    ...half.origins.map((name, at) => node(far, yOf(at), name, marks.origin(name))),
  ].join('')
}

const marksFor = (other: Half, mark: 'new' | 'gone', changed: ReadonlySet<string>): Marks => ({
  behavior: (name) => (other.behaviors.includes(name) ? (changed.has(name) ? 'changed' : '') : mark),
  origin: (name) => (other.origins.includes(name) ? '' : mark),
  edge: (behavior, origin) =>
    other.edges.some(([one, two]) => one === behavior && two === origin) ? '' : mark,
})

/** An SVG of both states; `+` is new, `−` gone, `≠` served otherwise. */
export function picture(review: SiteReview): string {
  const [before, after] = [halfOf('before', review.before), halfOf('after', review.after)]
  const changed = (side: 'before' | 'after') =>
    new Set(review.routing.filter(({ changes }) => changes.length > 0).map((one) => one[side].behavior))
  const rows = Math.max(
    ...[before, after].flatMap(({ behaviors, origins }) => [behaviors.length, origins.length]),
  )
  const [width, height] = [halfWidth * 2, top + rows * row]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': 'Behaviors and origins before and after',
    },
    [
      drawn(before, 1, marksFor(after, 'gone', changed('before'))),
      drawn(after, halfWidth + 1, marksFor(before, 'new', changed('after'))),
    ],
  )
}
