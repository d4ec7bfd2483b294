/** Figures of a bill in words. */

/** Enough digits for the arithmetic to come out: small amounts are not rounded to nothing. */
export const inDigits = (value: number): string =>
  Math.abs(value) < 1
    ? value.toLocaleString('en-US', { maximumSignificantDigits: 4 })
    : value.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** A month's share of the log multiplies everything, so it is given exactly enough. */
export const factorInDigits = (factor: number): string =>
  factor.toLocaleString('en-US', { maximumFractionDigits: 6 })

/** Where a month's quantity comes from: nothing to say where it was given. */
export const fromLog = (quantity: number, factor: number | null): string =>
  factor === null
    ? inDigits(quantity)
    : `${inDigits(factor === 0 ? 0 : quantity / factor)} in the log × ${factorInDigits(factor)} = ${inDigits(quantity)}`

export const inDollars = (amount: number): string =>
  `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
