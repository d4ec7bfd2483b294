import { known } from '#core/model/field.ts'
import type { Side } from '#core/review/side.ts'
import { expressionsIn, notKnown } from '#core/review/unknown.ts'
import type { WideAspect } from '#core/review/wide.ts'
import { enumerated } from '#core/review/words.ts'

type Geo = Side['compiled']['geo']

const admits = ({ type, countries }: Geo, country: string) =>
  type === 'none' || (type === 'whitelist' ? countries.has(country) : !countries.has(country))

const words = ({ type, countries }: Geo): string => {
  const list = [...countries].sort().join(', ')
  if (type === 'none') return 'every country'
  return type === 'whitelist' ? `only ${list || '(no country)'}` : `every country but ${list}`
}

/** No country has this code; it stands for all that neither list names. */
const elsewhere = 'ZZ'

/** Some of the countries that were looked at, which are `all` that either list names and one for the rest. */
function spoken(some: readonly string[], all: readonly string[]): string {
  if (!some.includes(elsewhere)) return `in ${enumerated(some)}`
  const rest = all.filter((country) => !some.includes(country))
  return rest.length === 0 ? 'in every country' : `outside ${enumerated(rest)}`
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html */
export const geo: WideAspect = {
  what: 'access',
  field: ['Restrictions', 'GeoRestriction'],
  *compare(before, after) {
    const [old, now] = [before.compiled.geo, after.compiled.geo]
    const written = ({ document, config }: Side) =>
      expressionsIn(document, known(config.Restrictions)?.GeoRestriction)
    const [unknownOld, unknownNow] = [written(before), written(after)]
    if (unknownOld.map(({ key }) => key).join() !== unknownNow.map(({ key }) => key).join()) {
      const text = ({ length }: typeof unknownOld, list: typeof unknownOld, side: Geo) =>
        length === 0 ? words(side) : notKnown(list.map((one) => one.text))
      yield {
        before: text(unknownOld, unknownOld, old),
        after: text(unknownNow, unknownNow, now),
        severity: 'change',
        text: 'Which countries may read is not known before deployment.',
      }
      return
    }
    const countries = [...new Set([...old.countries, ...now.countries])].sort().concat(elsewhere)
    const lost = countries.filter((country) => admits(old, country) && !admits(now, country))
    const gained = countries.filter((country) => !admits(old, country) && admits(now, country))
    if (lost.length === 0 && gained.length === 0) return
    yield {
      before: words(old),
      after: words(now),
      severity: 'danger',
      text: [
        ...(lost.length > 0
          ? [`Viewers ${spoken(lost, countries)} are answered 403 from now on, for every path.`]
          : []),
        ...(gained.length > 0
          ? [`Viewers ${spoken(gained, countries)} can read what was kept from them until now.`]
          : []),
      ].join(' '),
      kinds: [
        ...(lost.length > 0 ? (['outage'] as const) : []),
        ...(gained.length > 0 ? (['public'] as const) : []),
      ],
      shownBy: [...lost, ...gained].slice(0, 4).map((country) => ({ viewer: { country } })),
    }
  },
}
