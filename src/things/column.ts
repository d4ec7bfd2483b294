/** Where the origins and groups beside a lane stand: in the order that crosses least, near what leads to them. */

/** A thing of the column, with the middles of the rows that lead to it. */
export interface Standing {
  readonly id: string
  readonly users: readonly number[]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** A lane that is longer than this is no longer seen as a whole: its column stands at the upper end. */
export const longLane = 640

/**
 * By the mean place of what leads to them, which crosses least of what is cheap to find; of a long lane, of which a part
 * is seen, by the first place. The unused come last.
 */
export function inOrder<Thing extends Standing>(things: readonly Thing[], isLong: boolean): readonly Thing[] {
  const place = ({ users }: Standing) => (isLong ? Math.min(...users) : mean(users))
  return things.toSorted((a, b) =>
    a.users.length === 0 || b.users.length === 0
      ? Number(a.users.length === 0) - Number(b.users.length === 0)
      : place(a) - place(b),
  )
}

interface Column {
  readonly top: number
  /** The lower end of the lane beside it. */
  readonly bottom: number
  /** The height of each thing, and the distance from one to the next. */
  readonly height: number
  readonly pitch: number
}

/** The upper end of each thing, in their order: beside its rows where that can be, none above the column's top. */
export function placesOf(things: readonly Standing[], { top, bottom, height, pitch }: Column): number[] {
  const isLong = bottom - top > longLane
  const places: number[] = []
  for (const { users } of things) {
    const least = places.length === 0 ? top : (places.at(-1) ?? top) + pitch
    const wanted = isLong || users.length === 0 ? least : mean(users) - height / 2
    places.push(Math.round(Math.max(least, wanted)))
  }
  // Those that went below the lane are moved up as far as the others leave room.
  let most = Math.max(bottom, top + (things.length - 1) * pitch + height) - height
  for (let at = places.length - 1; at >= 0; at -= 1) {
    places[at] = Math.min(places[at] ?? top, most)
    most = (places[at] ?? top) - pitch
  }
  return places
}

/**
 * How far a column goes along with a view of a long lane: so far that what the rows in sight lead to is in sight too.
 * A column that is higher than the view shows as much of its lower part as the view does of the lane's.
 */
export function shiftFor(
  column: { readonly top: number; readonly bottom: number },
  lane: { readonly top: number; readonly bottom: number },
  view: { readonly top: number; readonly bottom: number },
): number {
  const most = Math.max(0, lane.bottom - column.bottom)
  const [seen, height] = [view.bottom - view.top, column.bottom - column.top]
  if (height <= seen) return Math.min(most, Math.max(0, view.top - column.top))
  const part = (view.top - lane.top) / Math.max(1, lane.bottom - lane.top - seen)
  return Math.min(most, Math.max(0, part * (lane.bottom - column.top - height)))
}
