import type { CachePlace } from '#core/trace/engine/cache-places.ts'
import {
  type PointOfPresence,
  pointsOfPresence,
  popByCode,
  regionalEdgeCaches,
} from '#core/trace/engine/pops.ts'
import tables from './tables.module.css'

const cities = pointsOfPresence.filter(
  ({ city }, index) => pointsOfPresence.findIndex((other) => other.city === city) === index,
)
/** Degrees as they are; the far south holds no point of presence. */
const x = ({ longitude }: { readonly longitude: number }) => longitude + 180
const y = ({ latitude }: { readonly latitude: number }) => 75 - latitude

interface MapProps {
  readonly places: readonly CachePlace[]
  /** The city from which is asked next. */
  readonly chosen: string
  readonly onChoose: (pop: string) => void
}

/** Where on Earth something is stored: dots are cities, squares are regional edge caches. A click chooses a city. */
export function PlaceMap({ places, chosen, onChoose }: MapProps) {
  const held = new Set(places.map(({ place }) => place))
  const edges = places.filter(({ tiers }) => tiers.includes('edge')).map(({ place }) => popByCode(place).city)
  const regions = places.filter(({ tiers }) => !tiers.includes('edge')).map(({ place }) => place)
  const names = [...edges, ...regions]
  const stateOf = ({ city }: PointOfPresence) => (edges.includes(city) ? 'held' : undefined)
  const rank = (pop: PointOfPresence) => (stateOf(pop) ? 2 : popByCode(chosen).city === pop.city ? 1 : 0)
  return (
    <svg
      className={tables['map']}
      viewBox="0 0 360 125"
      role="img"
      aria-label={names.length === 0 ? 'Nothing is stored anywhere' : `Stored at ${names.join(', ')}`}
    >
      {regionalEdgeCaches.map((cache) => (
        <rect
          key={cache.region}
          x={x(cache) - 4}
          y={y(cache) - 4}
          width={8}
          height={8}
          data-state={held.has(cache.region) ? 'held' : undefined}
        />
      ))}
      {/* What is drawn last lies on top, where cities are close. */}
      {cities
        .toSorted((a, b) => rank(a) - rank(b))
        .map((pop) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map does the same by keyboard
          <circle
            key={pop.code}
            cx={x(pop)}
            cy={y(pop)}
            r={stateOf(pop) ? 3 : 1.9}
            data-state={stateOf(pop)}
            data-chosen={popByCode(chosen).city === pop.city}
            onClick={() => onChoose(pop.code)}
          >
            <title>{`${pop.city}, ${pop.country} (${pop.code})`}</title>
          </circle>
        ))}
    </svg>
  )
}
