/** Which earlier patterns of a list can share a path with a later one, without looking at every pair. */
import { cannotOverlap, type PatternShape, shapeOf } from './pattern-shape.ts'

/** The place in a sorted list where a text would be put. */
function placeOf(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The texts that begin a text or begin with it: the shorter ones may stand anywhere, the longer ones stand together. */
function* related(sorted: readonly string[], text: string): Generator<string> {
  for (let length = 0; length < text.length; length += 1) yield text.slice(0, length)
  for (let at = placeOf(sorted, text); sorted[at]?.startsWith(text); at += 1) yield sorted[at] ?? ''
}

/** The shapes' places by their literal beginning. */
function byHead(shapes: readonly PatternShape[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, { head }] of shapes.entries()) {
    const known = places.get(head)
    if (known) known.push(place)
    else places.set(head, [place])
  }
  return places
}

/** Two patterns share a path only where the literal beginning of one begins that of the other. In the list's order. */
export function nearPatterns(patterns: readonly string[]): (place: number) => readonly number[] {
  const shapes = patterns.map(shapeOf)
  const places = byHead(shapes)
  const sorted = [...places.keys()].sort()
  return (place) => {
    const own = shapes[place]
    if (!own) return []
    return [...related(sorted, own.head)]
      .flatMap((head) => places.get(head) ?? [])
      .filter((other) => other < place && !cannotOverlap(shapes[other] ?? own, own))
      .sort((a, b) => a - b)
  }
}
