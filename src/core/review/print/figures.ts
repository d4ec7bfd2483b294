/** Figures of a replay in words. */
import { tableOf } from '#core/ground/names.ts'
import { once } from '#core/ground/once.ts'
import { ratioInWords } from '#core/model/ratio.ts'
import type { Figure } from '#core/review/report.ts'

const plain = once(() => new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }))

function valueText(what: string, value: number | null): string {
  if (value === null) return 'not known'
  if (what === 'hit ratio') return ratioInWords(value)
  if (what.startsWith('dollars')) return `${value.toFixed(2)} USD`
  return plain().format(value)
}

const names: Readonly<Record<string, string>> = tableOf({ 'dollars a month': 'bill for a month' })

/** A figure's parts as people read them. */
export const figureParts = ({ what, before, after }: Figure): readonly [string, string, string] => [
  names[what] ?? what,
  valueText(what, before),
  valueText(what, after),
]

/** `hit ratio: 81.0 % → 64.2 %` */
export function figureText(figure: Figure): string {
  const [name, before, after] = figureParts(figure)
  return before === after ? `${name}: ${after}, as before` : `${name}: ${before} → ${after}`
}
