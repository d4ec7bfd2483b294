/** A month's bill for a terminal. */

import { inDollars } from '#core/money/words.ts'
import { barInWords } from '#core/rules/lookup/plan-bars.ts'
import type { Costs } from './cost.ts'

/** Columns as wide as their widest cell; amounts to the right. */
function columns(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, at) =>
        right.has(at)
          ? cell.padStart(widths[at] ?? 0)
          : at === row.length - 1
            ? cell
            : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

const listed = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]

function billLines({ bill }: Costs): string[] {
  const rows = bill.items.map(({ what, amount, region, arithmetic }) => [
    what,
    inDollars(amount),
    region ?? '',
    arithmetic,
  ])
  return [
    `A month: ${inDollars(bill.total)}`,
    ...columns(rows, new Set([1])).map((line) => `  ${line}`),
    ...listed(
      'By behavior',
      columns(
        bill.byBehavior.map(({ name, amount }) => [name, inDollars(amount)]),
        new Set([1]),
      ),
    ),
    ...listed(
      'In each price class',
      columns(
        bill.byPriceClass.map(({ priceClass, total }) => [
          priceClass,
          inDollars(total),
          priceClass === bill.priceClass ? "the design's" : '',
        ]),
        new Set([1]),
      ),
    ),
    ...listed('Taken for granted', bill.assumptions),
    ...listed('Not in it', bill.notIn),
  ]
}

function planLines({ advice }: Costs): string[] {
  const rows = advice.plans.map(({ name, total, fits, why }) => [
    name,
    inDollars(total),
    fits ? 'fits' : 'does not fit',
    why,
  ])
  const bars = new Map(
    advice.plans.flatMap((plan) => plan.bars.map((bar) => [barInWords(bar), bar.source] as const)),
  )
  return [
    `Plans: ${advice.best} is the cheapest that fits`,
    ...columns(rows, new Set([1])).map((line) => `  ${line}`),
    ...listed(
      'What stands in the way of plans',
      [...bars].flatMap(([text, source]) => [text, `  ${source}`]),
    ),
    ...listed('Of plans', advice.notes),
  ]
}

export function costText(costs: Costs): string {
  const { subscription } = costs
  return [
    ...billLines(costs),
    '',
    ...planLines(costs),
    ...(subscription
      ? [
          '',
          `The template subscribes to ${subscription.plan ?? subscription.tier ?? 'a plan'} (“${subscription.id}”).`,
        ]
      : []),
  ].join('\n')
}
