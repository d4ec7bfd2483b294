/** How wide the drawing of a distribution is: a pane that is narrow gets fewer columns, not smaller letters. */

export type FitId = 'full' | 'middle' | 'slim' | 'narrow' | 'tiny'

export interface Fit {
  readonly id: FitId
  /** Where the frame begins; the viewers stand before it. */
  readonly left: number
  readonly viewer: number
  /** The least width of the frame, and of a row in it; it takes what the pane has more. */
  readonly frame: number
  /** The height of the names over the columns. */
  readonly columns: number
  /** Between the frame and what stands beside it: here are the caches. */
  readonly gap: number
  /** The width of an origin and of a group. */
  readonly card: number
  /** Between groups and origins. */
  readonly between: number
}

/** The widest first. The widths of a row's columns are in the style sheet. */
export const fits: Readonly<Record<FitId, Fit>> = {
  full: { id: 'full', left: 96, viewer: 74, frame: 900, columns: 22, gap: 168, card: 200, between: 72 },
  middle: { id: 'middle', left: 46, viewer: 28, frame: 660, columns: 22, gap: 136, card: 178, between: 60 },
  slim: { id: 'slim', left: 44, viewer: 28, frame: 440, columns: 6, gap: 112, card: 160, between: 50 },
  narrow: { id: 'narrow', left: 40, viewer: 28, frame: 316, columns: 6, gap: 96, card: 150, between: 48 },
  tiny: { id: 'tiny', left: 34, viewer: 26, frame: 236, columns: 6, gap: 72, card: 116, between: 30 },
}

/** No row is wider: the eye would lose it. */
const widest = 1120

/** The width of a whole drawing. */
export const widthOf = ({ left, frame, gap, card, between }: Fit, hasGroups: boolean): number =>
  left + frame + gap + card + (hasGroups ? between + card : 0)

/** As small as letters may be drawn before a narrower drawing is taken. */
const least = 0.9
/** Room that the frame leaves free at both sides of the pane. */
const free = 96

/** The widest drawing that can be read in a pane of a width, its frame as wide as there is room for. */
export function fitFor(pane: number, hasGroups: boolean): Fit {
  const all = Object.values(fits)
  const fit = all.find((one) => widthOf(one, hasGroups) * least <= pane) ?? fits.tiny
  const more = Math.floor((pane - free - widthOf(fit, hasGroups)) / 16) * 16
  return { ...fit, frame: Math.min(widest, fit.frame + Math.max(0, more)) }
}
