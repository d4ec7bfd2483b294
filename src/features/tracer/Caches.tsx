import { useState } from 'react'
import {
  type CachePlace,
  cachePlaces,
  objectCount,
  type PlacedEntry,
} from '#core/trace/engine/cache-places.ts'
import { popByCode } from '#core/trace/engine/pops.ts'
import { announce, speak } from '#state/session.ts'
import { advanceClock, evictTier, invalidatePaths, sendRequests, useTrace } from '#state/trace.ts'
import { counted } from '#things/counted.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput, TextInput } from '#ui/fields.tsx'
import { PlaceMap } from './PlaceMap.tsx'
import { places as cities } from './RequestBuilder.tsx'
import tables from './tables.module.css'
import styles from './tracer.module.css'
import { clockText, outcome, spanText } from './words.ts'

const tierNames = {
  edge: 'Edge',
  'regional-edge-cache': 'Regional edge cache',
  'origin-shield': 'Origin Shield',
} as const

const waits = [
  { label: '+1 s', seconds: 1 },
  { label: '+1 min', seconds: 60 },
  { label: '+1 h', seconds: 3600 },
  { label: '+1 day', seconds: 86_400 },
]

function Clock() {
  const clock = useTrace((state) => state.clock)
  const caches = useTrace((state) => state.caches)
  const next = Math.min(...caches.map(({ ttlLeft }) => ttlLeft).filter((seconds) => seconds > 0))
  const wait = (seconds: number) => {
    advanceClock(seconds)
    announce(`${spanText(seconds)} later.`)
  }
  return (
    <fieldset className={styles['row']} aria-label="Clock">
      <span className={tables['clock']}>
        {clock === undefined ? 'not started' : `${clockText(clock)} UTC`}
      </span>
      {waits.map(({ label, seconds }) => (
        <Button key={label} isDisabled={clock === undefined} onPress={() => wait(seconds)}>
          {label}
        </Button>
      ))}
      <Button isDisabled={!Number.isFinite(next)} onPress={() => wait(next)}>
        Until the next expiry
      </Button>
    </fieldset>
  )
}

function Invalidation() {
  const [paths, setPaths] = useState('/*')
  const report = useTrace((state) => state.invalidation)
  const isCold = useTrace((state) => state.clock === undefined)
  const invalidate = () => {
    const made = invalidatePaths(paths.split(/\s+/).filter((path) => path !== ''))
    if (made) announce(`The invalidation removed ${counted(made.removed, 'object')}.`)
  }
  return (
    <fieldset className={styles['row']} aria-label="Invalidation">
      <TextInput
        label="Paths to invalidate"
        value={paths}
        onChange={setPaths}
        placeholder="/index.html /img/*"
      />
      <Button isDisabled={isCold || paths.trim() === ''} onPress={invalidate}>
        Invalidate
      </Button>
      {report && (
        <span className={styles['muted']}>
          {counted(report.removed, 'object')} removed, {report.paths} of the month’s 1,000 free paths used
          {report.cost > 0 ? `, $${report.cost.toFixed(3)}` : ''}
          {report.refused.map(({ reason }) => ` · ${reason}`)}
        </span>
      )}
    </fieldset>
  )
}

/** The shown request once more, from another city: does the regional cache help, or Origin Shield? */
function Elsewhere({ places }: { readonly places: readonly CachePlace[] }) {
  const [pop, setPop] = useState('NRT12')
  const shown = useTrace((state) => state.traced.find(({ id }) => id === state.shown))
  const distribution = useTrace((state) => state.distribution)
  const ask = async () => {
    if (!shown || distribution === undefined) return
    const { city, country } = popByCode(pop)
    const request = { ...shown.request, viewer: { ...shown.request.viewer, pop, country } }
    const result = await sendRequests(distribution, [request])
    if (result) speak(`From ${city}: ${outcome(result)}`)
  }
  return (
    <>
      <PlaceMap places={places} chosen={pop} onChoose={setPop} />
      <fieldset className={styles['row']} aria-label="From another city">
        <SelectInput label="City" value={pop} onChange={setPop} choices={cities} />
        <Button isDisabled={!shown} onPress={() => void ask()}>
          Ask from there
        </Button>
        <Button
          isDisabled={!shown}
          onPress={() => shown && distribution && void sendRequests(distribution, [shown.request])}
        >
          Ask again
        </Button>
      </fieldset>
    </>
  )
}

const stateOf = ({ state, ttlLeft }: PlacedEntry) =>
  state === 'expired'
    ? `expired ${spanText(-ttlLeft)} ago`
    : `${spanText(ttlLeft)} left${state === 'error' ? ' (an error)' : ''}`

function Place({ place: { tiers, place, entries } }: { readonly place: CachePlace }) {
  const city = tiers[0] === 'edge' ? `${popByCode(place).city}, ` : ''
  const name = `${tiers.map((tier) => tierNames[tier]).join(' and ')} ${city}${place}`
  const [tier = 'edge'] = tiers
  return (
    <section className={styles['place']} aria-label={name}>
      <div className={styles['placeHead']}>
        <h3>{name}</h3>
        {tiers.length > 1 && (
          <span className={styles['muted']}>one cache: the shield is the regional edge cache here</span>
        )}
        <Button
          onPress={() => {
            const count = evictTier({ tier, pop: place })
            announce(`${count} ${count === 1 ? 'object' : 'objects'} evicted from ${name}.`)
          }}
        >
          Evict all of it
        </Button>
      </div>
      <table className={tables['table']}>
        <thead>
          <tr>
            <th scope="col">Object</th>
            <th scope="col">Variant</th>
            <th scope="col">Status</th>
            <th scope="col">Age</th>
            <th scope="col">Freshness</th>
            <th scope="col">Size</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.key} data-state={entry.state}>
              <th scope="row">
                {entry.path}
                {entry.query === '' ? '' : `?${entry.query}`}
              </th>
              <td title={entry.key}>
                {entry.variant === '' ? 'none' : entry.variant}
                {entry.variants > 1 && <span className={styles['tag']}>1 of {entry.variants}</span>}
              </td>
              <td>{entry.status}</td>
              <td>{spanText(entry.age)}</td>
              <td>{stateOf(entry)}</td>
              <td>{entry.size} B</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What is stored where, for how long, and what makes it go. */
export function Caches() {
  const views = useTrace((state) => state.caches)
  const places = cachePlaces(views)
  return (
    <div className={styles['view']}>
      <Clock />
      <Invalidation />
      <Elsewhere places={places} />
      {places.length === 0 ? (
        <p className={styles['hint']}>
          All caches are empty. Send a request that may be cached to see where it is kept.
        </p>
      ) : (
        <p className={styles['muted']}>
          {objectCount(places)} objects in {places.length} {places.length === 1 ? 'cache' : 'caches'}. A
          response that comes through several caches is kept in each.
        </p>
      )}
      {places.map((place) => (
        <Place key={`${place.tiers[0]} ${place.place}`} place={place} />
      ))}
    </div>
  )
}
