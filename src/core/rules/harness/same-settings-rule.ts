/** Two policies of one kind with the same settings: one of them does for all distributions. */
import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule, type Rule } from './rule.ts'

interface SameSettingsRule {
  readonly id: string
  readonly type: 'CachePolicy' | 'OriginRequestPolicy' | 'ResponseHeadersPolicy'
  /** What one is called: `cache policy`. */
  readonly thing: string
  readonly docs: string
}

/** Names stand in any order, and those of headers in any case; what a policy is called is none of its settings. */
function settingsOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(settingsOf)
    return items.every((item) => typeof item === 'string') ? items.toSorted() : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, child]) => [name, name === 'Headers' ? settingsOf(lowered(child)) : settingsOf(child)])
}
const lowered = (names: unknown): unknown =>
  Array.isArray(names) ? names.map((name) => (typeof name === 'string' ? name.toLowerCase() : name)) : names

export const defineSameSettingsRule = ({ id, type, thing, docs }: SameSettingsRule): Rule =>
  defineRule({
    id,
    severity: 'info',
    sees: 'shared',
    profiles: ['recommended'],
    summary: `Two ${thing.replace(/y$/, 'ies')} have the same settings.`,
    why: `A ${thing} can be attached to any number of behaviors in several distributions. One in place of two is changed in one place, and counts once towards the quota.`,
    docs,
    code: null,

    *check({ document }) {
      const seen = new Map<string, string>()
      for (const { id: own, config, path } of resourcesOf(document, type)) {
        const { Name: _name, Comment: _comment, ...settings } = config
        const key = JSON.stringify(settingsOf(settings))
        const first = seen.get(key)
        seen.set(key, first ?? own)
        if (first === undefined || Object.keys(settings).length === 0) continue
        yield {
          path,
          message: `“${own}” has the same settings as “${first}”; attach one ${thing} everywhere, and remove the other.`,
        }
      }
    },
  })
