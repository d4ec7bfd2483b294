/** How a ratio is written wherever one is shown: the drawing, a report, a review, a terminal. */

/** “47.9 %”. All but one of many are not all: 100.0 % is said of nothing less. */
export const ratioInWords = (ratio: number): string => {
  const written = (ratio * 100).toFixed(1)
  return `${ratio < 1 && written === '100.0' ? '99.9' : written} %`
}
