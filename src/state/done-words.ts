/** An edit's label, which says what was asked for, as a sentence of what was done. */
import { tableOf } from '#core/ground/names.ts'

/** Verbs that labels begin with, and what became of the thing; labels of others are left as they are. */
const became: Readonly<Record<string, string>> = tableOf({
  Add: 'added',
  Apply: 'applied',
  Attach: 'attached',
  Change: 'changed',
  Connect: 'connected',
  Detach: 'detached',
  Disable: 'disabled',
  Duplicate: 'duplicated',
  Enable: 'enabled',
  Fix: 'fixed',
  Insert: 'inserted',
  Join: 'joined',
  Lengthen: 'lengthened',
  Move: 'moved',
  Remove: 'removed',
  Rename: 'renamed',
  Replace: 'replaced',
  Reset: 'reset',
  Set: 'set',
  Take: 'taken',
  Write: 'written',
})
/** What the thing is from now on. */
const is: Readonly<Record<string, string>> = tableOf({
  Allow: 'allowed',
  Require: 'required',
  Target: 'targeted',
  Use: 'used',
})

/** Where what is said of the thing ends, and where, for what or by what begins. */
const relation = /^(?:above|after|as|at|before|between|by|for|from|in|into|on|out|to|with)$/

/** The words of a text; what stands in quotes is one. */
const wordsOf = (text: string): readonly string[] => text.match(/(?:“[^”]*”|\S)+/g) ?? []

/** “Add origin “x”” is “Origin “x” was added.”; what is no such order is told as done by itself. */
export function doneInWords(label: string): string {
  const [verb = '', ...rest] = wordsOf(label)
  const participle = became[verb] ?? is[verb]
  const found = rest.findIndex((word) => relation.test(word))
  const thing = rest.slice(0, found < 0 ? rest.length : found).join(' ')
  // “Add an origin access control and use it” is two things that were done.
  if (participle === undefined || thing === '' || rest.includes('and')) return `${label}: done.`
  const what = thing.charAt(0).toUpperCase() + thing.slice(1)
  const isMany = /^(?!1 )\d/.test(thing)
  const be = became[verb] === undefined ? (isMany ? 'are' : 'is') : isMany ? 'were' : 'was'
  return [what, be, participle, ...(found < 0 ? [] : rest.slice(found))].join(' ').concat('.')
}
