import type { Sketched } from '#core/gallery/gallery.ts'
import styles from './start.module.css'

const height = 54
const columns = { site: 2, behavior: 62, group: 138, origin: 208 }
const widths = { site: 30, behavior: 44, group: 30, origin: 30 }
type Column = keyof typeof columns

interface Box {
  readonly column: Column
  readonly y: number
}

/** Boxes of one column, in the middle of the picture. */
const stack = (column: Column, count: number): Box[] => {
  const step = Math.min(16, (height - 8) / Math.max(count, 1))
  return Array.from({ length: count }, (_, index) => ({
    column,
    y: height / 2 + (index - (count - 1) / 2) * step,
  }))
}

const wire = (from: Box, to: Box): string => {
  const [x1, x2] = [columns[from.column] + widths[from.column], columns[to.column]]
  const middle = (x1 + x2) / 2
  return `M${x1} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${x2} ${to.y}`
}

/** A design in small: distributions, behaviors, group and origins in the columns and colors of the canvas. */
export function Sketch({ sketch: { targets, origins, group, sites = 1 } }: { readonly sketch: Sketched }) {
  const heads = stack('site', sites)
  const behaviors = stack('behavior', targets.length)
  const groups = stack('group', group ? 1 : 0)
  const servers = stack('origin', origins)
  const pairs: (readonly [Box | undefined, Box | undefined])[] = [
    ...heads.flatMap((head) => behaviors.map((behavior) => [head, behavior] as const)),
    ...targets.map((to, index) => [behaviors[index], to === 'group' ? groups[0] : servers[to]] as const),
    ...(group ?? []).map((member) => [groups[0], servers[member]] as const),
  ]
  return (
    <svg className={styles['sketch']} viewBox={`0 0 240 ${height}`} aria-hidden>
      <path d={pairs.map(([from, to]) => (from && to ? wire(from, to) : '')).join('')} />
      {[...heads, ...behaviors, ...groups, ...servers].map(({ column, y }) => (
        <rect
          key={`${column} ${y}`}
          data-column={column}
          x={columns[column]}
          y={y - 4.5}
          width={widths[column]}
          height={9}
          rx={2.5}
        />
      ))}
    </svg>
  )
}
