/** Cache settings that a behavior has of its own, without a cache policy, as most templates of some age do. */
import type { CacheBehavior, DefaultCacheBehavior } from '#core/model/document.ts'
import { choice, type FormSection, field, more, onOff, seconds } from '#core/resources/kind/form-field.ts'

const names = { is: 'lines' } as const

/** Folded where nothing of it is set: a new behavior has a cache policy. */
export const legacyCache: FormSection = more(
  'Legacy cache settings',
  seconds('MinTTL', 'Minimum TTL', 'Above 0 it overrides no-store and private.'),
  seconds('DefaultTTL', 'Default TTL'),
  seconds('MaxTTL', 'Maximum TTL'),
  field('ForwardedValues.Headers', 'Header names', names, 'In the cache key, and sent to the origin.'),
  onOff('ForwardedValues.QueryString', 'Query strings', 'In the cache key, and sent to the origin.'),
  field('ForwardedValues.QueryStringCacheKeys', 'Query string names', names, 'None: all of them.'),
  choice('ForwardedValues.Cookies.Forward', 'Cookies', ['none', 'whitelist', 'all']),
  field('ForwardedValues.Cookies.WhitelistedNames', 'Cookie names', names),
)

/** Where people look for what is cached, and for how long. */
export const cacheTitle = 'Cache and origin requests'

type Held = DefaultCacheBehavior | CacheBehavior
const isLegacy = ({ MinTTL, DefaultTTL, MaxTTL, ForwardedValues }: Held): boolean =>
  [MinTTL, DefaultTTL, MaxTTL, ForwardedValues].some((value) => value !== undefined)

/** The form of a behavior: what it has of the legacy settings stands with the policy that would take their place. */
export const behaviorForm = (form: readonly FormSection[], behavior: Held): readonly FormSection[] =>
  isLegacy(behavior)
    ? form
        .filter((section) => section !== legacyCache)
        .map((section) =>
          section.title === cacheTitle
            ? { ...section, fields: [...section.fields, ...legacyCache.fields] }
            : section,
        )
    : form
