import { textOf } from '#core/trace/waf/json.ts'
import { defineStatement } from '#core/trace/waf/statement.ts'

/** Labels are held with their namespace; a key may leave the front of it out. */
export const labelMatch = defineStatement({
  name: 'LabelMatchStatement',
  compile(config) {
    const key = textOf(config['Key'])
    if (key === undefined) return { unplayed: 'a label that is not known' }
    const isNamespace = textOf(config['Scope']) === 'NAMESPACE'
    const prefix = key.endsWith(':') ? key : `${key}:`
    const fits = (label: string) =>
      isNamespace
        ? label.startsWith(prefix) || label.includes(`:${prefix}`)
        : label === key || label.endsWith(`:${key}`)
    return { matches: ({ labels }) => [...labels].some(fits) }
  },
})
