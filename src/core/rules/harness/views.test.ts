/** A rule finds in its views what it would find if it saw everything; and what was found before is what is there now. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { type DesignDocument, emptyDesign, type Resource } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { rules } from '#core/rules/index.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'
import { fullDesigns } from '#fixtures/every-field.ts'
import { shownFinding } from '#fixtures/findings.ts'
import { besides, exampleContexts, inOneSite, withTwins } from '#fixtures/merged-designs.ts'
import { dice, editBy } from '#fixtures/random-edits.ts'
import { CheckMemory } from './memory.ts'
import type { Rule, RuleContext } from './rule.ts'
import { findProblems } from './run.ts'
import { viewsOf } from './views.ts'

/** A design of which some resources tell when a rule looks into one. */
function watched(
  document: DesignDocument,
  isHidden: (id: string, resource: Resource) => boolean,
  look: (id: string) => void,
): DesignDocument {
  const watch = (id: string, { config, ...rest }: Resource): Resource => {
    const tell =
      <Given extends readonly unknown[], Result>(reflect: (...given: Given) => Result) =>
      (...given: Given): Result => {
        look(id)
        return reflect(...given)
      }
    const traps = { get: tell(Reflect.get), has: tell(Reflect.has), ownKeys: tell(Reflect.ownKeys) }
    const inside: object = new Proxy(config, traps)
    // That there is a distribution tells something too; of others only what stands in them does.
    const get = rest.type === 'Distribution' ? tell(() => config) : () => inside
    return Object.defineProperty({ ...rest }, 'config', { get, enumerable: true }) as Resource
  }
  const resources = Object.entries(document.resources).map(([id, resource]) => [
    id,
    isHidden(id, resource) ? watch(id, resource) : resource,
  ])
  return { ...document, resources: Object.fromEntries(resources) }
}

const isSite = (_: string, { type }: Resource) => type === 'Distribution'

/** The resources that a rule looks into though it is to be without them. */
function looksInto(rule: Rule, context: RuleContext, isHidden: (id: string, resource: Resource) => boolean) {
  const looked = new Set<string>()
  const document = watched(context.document, isHidden, (id) => looked.add(id))
  for (const _ of rule.check({ ...context, document }));
  return [...looked].map((id) => `${rule.id} looks into “${id}”`)
}

/** Rules of one distribution: they see in their views what they see in everything, and read nothing else. */
function beyondOne(rule: Rule, context: RuleContext): string[] {
  const found = (those: RuleContext) =>
    [...rule.check(those)].map((one) => shownFinding(context.document, one))
  const views = [...viewsOf(context).alone.values()]
  const alone = views.flatMap((view) => found(view.context))
  const whole = found(context)
  const isSame = whole.length === alone.length && whole.every((one, index) => one === alone[index])
  if (!isSame) return [`${rule.id} sees otherwise: ${whole.find((one) => !alone.includes(one)) ?? alone[0]}`]
  if (views.length > 1) return []
  // With one distribution it is plain what is of no concern; with none everything is.
  const shownOnes = views[0]?.context.document.resources ?? {}
  return looksInto(rule, context, (id) => !Object.hasOwn(shownOnes, id))
}

/** What a rule does that it does not declare, in one design. */
function beyond(rule: Rule, given: RuleContext): string[] {
  if (rule.sees === 'all') return []
  const context = { ...given, document: withoutMisfits(given.document) }
  return rule.sees === 'shared' ? looksInto(rule, context, isSite) : beyondOne(rule, context)
}

/** A resource of every type but a distribution, each with all its fields. */
const everything: DesignDocument['resources'] = Object.fromEntries(
  [...fullDesigns].flatMap(([type, { document }]) => {
    const { One: one } = document.resources
    return one && one.type !== 'Distribution' ? [[`Any${type.replaceAll('::', '')}`, one]] : []
  }),
)
const amidEverything = (document: DesignDocument): DesignDocument => ({
  ...document,
  resources: { ...document.resources, ...everything },
})

test('a rule is shown a resource of every type that its distribution does not name', () => {
  expect(new Set(Object.values(everything).map(({ type }) => type)).size).toBe(fullDesigns.size - 1)
})

/** A rule's own designs, and several distributions made of them: with everything shared, and with nothing. */
const designsFor = (rule: Rule): readonly RuleContext[] =>
  (exampleContexts.get(rule.id) ?? []).flatMap((context, index) => {
    const { document } = context
    const twice = besides(document, document)
    const amid = index < 4 ? [amidEverything(document)] : []
    return [document, ...amid, withTwins(document), twice, withTwins(twice)].map((one) => ({
      ...context,
      document: one,
    }))
  })

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s: looks no further than it declares',
  (_, rule) => {
    const alone: RuleContext = { document: amidEverything(emptyDesign) }
    expect([alone, ...designsFor(rule)].flatMap((context) => beyond(rule, context))).toEqual([])
  },
)

const contexts = [...exampleContexts.values()].flat()
const anyContext = fc.constantFrom(...contexts)
const effort = process.env['CI'] === undefined ? 1 : 8

test('nor does any rule in designs that other rules show themselves by', () => {
  fc.assert(
    fc.property(
      anyContext,
      anyContext,
      fc.array(dice, { maxLength: 6 }),
      (context, { document: other }, edits) => {
        let document = withTwins(besides(context.document, other))
        for (const one of edits) document = applyEdit(document, editBy(one, document))
        expect(rules.flatMap((rule) => beyond(rule, { ...context, document }))).toEqual([])
      },
    ),
    { numRuns: 12 * effort },
  )
})

const [anyRule] = rules
const told = (check: Rule['check'], sees?: Rule['sees']) => {
  if (!anyRule) throw new Error('There are no rules.')
  const { sees: _, ...rest } = anyRule
  const context = { document: withTwins(distribution({ Comment: 'One' }, { Policy: cachePolicy({}) })) }
  return beyond({ ...rest, id: 'a/canary', ...(sees && { sees }), check }, context)
}
const message = 'It is so.'

test('a rule that compares distributions would be told', () => {
  const comparing: Rule['check'] = function* ({ document }) {
    const [, ...others] = distributionsIn(document)
    for (const { path } of others) yield { path, message }
  }
  expect(told(comparing)).toHaveLength(1)
  expect(told(comparing, 'all')).toEqual([])
})

test('a rule that looks for what its distribution does not name would be told', () => {
  const looking: Rule['check'] = function* ({ document }) {
    for (const { path } of distributionsIn(document))
      if (resourcesOf(document, 'CachePolicy').length > 0) yield { path, message }
  }
  expect(told(looking)).toHaveLength(1)
})

test('a rule that looks at every resource would be told, whatever it finds', () => {
  const reading: Rule['check'] = function* ({ document }) {
    for (const { config } of Object.values(document.resources))
      if ('Comment' in config && config.Comment === 'Two') yield { path: [], message }
  }
  const [context] = exampleContexts.get('cache-policy/unused') ?? []
  const { sees: _, ...first } = rules[0] ?? {}
  const rule = { ...first, check: reading, id: 'a/canary' } as Rule
  expect(beyond(rule, { document: amidEverything(context?.document ?? emptyDesign) })).toContain(
    'a/canary looks into “AnyCachePolicy”',
  )
})

test('a rule that says the same of what distributions share would be told', () => {
  const repeating: Rule['check'] = function* ({ document }) {
    for (const id of Object.keys(document.resources)) yield { path: ['resources', id], message }
  }
  expect(told(repeating)).toHaveLength(1)
})

test('a rule of what is shared that looks at a distribution would be told', () => {
  const peeking: Rule['check'] = function* ({ document }) {
    for (const { config } of distributionsIn(document))
      if (config.Comment === 'Two') yield { path: [], message }
  }
  expect(told(peeking, 'shared')).toEqual(['a/canary looks into “Site”', 'a/canary looks into “SiteZ”'])
})

const problemsOf = (context: RuleContext, memory?: CheckMemory) =>
  findProblems(rules, context, memory).map(
    ({ rule, ...finding }) => `${rule.id} ${shownFinding(context.document, finding)}`,
  )

test('what a memory finds after any edits is what is found without one, in order, text, places and fixes', () => {
  const several = fc.array(anyContext, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(several, fc.array(dice, { minLength: 4, maxLength: 8 }), ([first, ...others], edits) => {
      const memory = new CheckMemory()
      let context = first ?? { document: distribution({}) }
      for (const [index, { document }] of others.entries()) {
        const beside = withTwins(besides(context.document, document, `B${index}`))
        context = { ...context, document: inOneSite(beside, document) }
      }
      const states = [context.document]
      for (const one of edits) {
        const last = states.at(-1) ?? context.document
        states.push(applyEdit(last, editBy(one, last)))
      }
      // And back again, as undo does.
      for (const document of [...states, ...states.toReversed()]) {
        // What was found in parts of a design is remembered by these parts; a copy has nothing remembered.
        const anew = { ...context, document: structuredClone(document) }
        expect(problemsOf({ ...context, document }, memory)).toEqual(problemsOf(anew))
      }
    }),
    { numRuns: 6 * effort },
  )
})

test('a distribution is not looked at again for an edit of another one, or of what it does not name', () => {
  const document = withTwins(distribution({ Comment: 'One' }, { Policy: cachePolicy({}) }))
  const before = viewsOf({ document })
  const after = (path: readonly string[]) =>
    viewsOf({ document: applyEdit(document, setAt(path, 'Two')) }, before)
  const other = after(['resources', 'SiteZ', 'config', 'Comment'])
  expect(other.alone.get('Site')).toBe(before.alone.get('Site'))
  expect(other.shared).toBe(before.shared)
  expect(other.alone.get('SiteZ')).not.toBe(before.alone.get('SiteZ'))
  const policy = after(['resources', 'Policy', 'config', 'Comment'])
  expect(policy.alone.get('Site')).toBe(before.alone.get('Site'))
  expect(policy.shared).not.toBe(before.shared)
})
