/** A rule of parts finds in each part alone what it finds in all of them, and is asked only of parts that changed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit, insertAt, moveItem, removeAt, setAt } from '#core/model/edit.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { rules } from '#core/rules/index.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'
import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { shownFinding } from '#fixtures/findings.ts'
import { exampleContexts, inOneSite } from '#fixtures/merged-designs.ts'
import { CheckMemory } from './memory.ts'
import { againOf, contextOfParts, partsOf } from './parts.ts'
import { defineRule, type PartSight, type Rule, type RuleContext } from './rule.ts'
import { findProblems } from './run.ts'
import { viewsOf } from './views.ts'

const ofParts = rules.flatMap((rule) => {
  const { sees } = rule
  return sees === 'behavior' || sees === 'origin' ? [{ rule, sight: sees }] : []
})

const fieldsOf: Readonly<Record<PartSight, readonly unknown[]>> = {
  behavior: ['CacheBehaviors', 'DefaultCacheBehavior'],
  origin: ['Origins'],
}

/** What a rule of parts does that it does not declare, in one design. */
function beyond(rule: Rule, sight: PartSight, given: RuleContext): string[] {
  const context = { ...given, document: withoutMisfits(given.document) }
  return [...viewsOf(context).alone].flatMap(([id, view]) => {
    const found = (those: RuleContext) =>
      Array.from(rule.check(those), (one) => shownFinding(view.context.document, one))
    const site = distributionsIn(view.context.document).find((one) => one.id === id)
    if (!site) return []
    const whole = found(view.context)
    const apart = partsOf(sight, site).flatMap((part) =>
      found(contextOfParts(view.context, site, sight, [part])),
    )
    const other = whole.find((one, index) => one !== apart[index]) ?? apart[whole.length]
    if (other !== undefined) return [`${rule.id} sees otherwise: ${other}`]
    const outside = [...rule.check(view.context)].find(({ path }) => !fieldsOf[sight].includes(path[3]))
    return outside ? [`${rule.id} tells of “${outside.path.join('/')}”`] : []
  })
}

const contexts = [...exampleContexts.values()].flat()
const effort = process.env['CI'] === undefined ? 1 : 2

test.each(ofParts.map(({ rule, sight }) => [rule.id, rule, sight] as const))(
  '%s: looks at each part by itself, also beside those of other rules',
  (id, rule, sight) => {
    const own = exampleContexts.get(id) ?? []
    expect(own.flatMap((context) => beyond(rule, sight, context))).toEqual([])
    fc.assert(
      fc.property(
        fc.constantFrom(...own),
        fc.oneof(fc.constantFrom(...own), fc.constantFrom(...contexts)),
        fc.boolean(),
        (one, other, isFirst) => {
          const [first, second] = isFirst ? [one, other] : [other, one]
          const document = inOneSite(first.document, second.document)
          expect(beyond(rule, sight, { ...other, ...one, document })).toEqual([])
        },
      ),
      { numRuns: 8 * effort },
    )
  },
)

const problemsOf = (rule: Rule, context: RuleContext, memory?: CheckMemory) =>
  findProblems([rule], context, memory).map((one) => shownFinding(context.document, one))

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const turn = fc.record({ list: share, at: share, to: share, kind: fc.constantFrom('move', 'copy', 'remove') })

/** Moves, copies or removes one of a distribution's parts. */
function turned(
  document: DesignDocument,
  { list, at, to, kind }: typeof turn extends fc.Arbitrary<infer T> ? T : never,
) {
  const [site] = distributionsIn(document)
  const name = (['CacheBehaviors', 'CacheBehaviors', 'Origins', 'OriginGroups'] as const)[
    Math.floor(list * 4)
  ]
  const items = name && site?.config[name]
  if (!site || !name || !Array.isArray(items) || items.length === 0) return document
  const path = [...site.path, name]
  const [from, goal] = [at, to].map((one) => Math.floor(one * items.length))
  if (from === undefined || goal === undefined) return document
  if (kind === 'move') return applyEdit(document, moveItem(path, from, goal, 'Move'))
  return applyEdit(
    document,
    kind === 'remove' ? removeAt([...path, from]) : insertAt(path, goal, items[from], 'Copy'),
  )
}

test.each(ofParts.map(({ rule }) => [rule.id, rule] as const))(
  '%s: tells of parts that moved what it would tell of them there, and offers the same',
  (id, rule) => {
    const own = fc.constantFrom(...(exampleContexts.get(id) ?? []))
    const others = fc.oneof(own, fc.constantFrom(...contexts))
    fc.assert(
      fc.property(own, others, fc.array(turn, { minLength: 1, maxLength: 4 }), (context, other, turns) => {
        const memory = new CheckMemory()
        let document = inOneSite(inOneSite(other.document, context.document), context.document)
        problemsOf(rule, { ...context, document }, memory)
        for (const one of turns) {
          document = turned(document, one)
          const anew = { ...context, document: structuredClone(document) }
          expect(problemsOf(rule, { ...context, document }, memory)).toEqual(problemsOf(rule, anew))
        }
      }),
      { numRuns: 5 * effort },
    )
  },
)

const message = 'It is so.'
const told = (sight: PartSight, check: Rule['check']) => {
  const [anyRule] = rules
  if (!anyRule) throw new Error('There are no rules.')
  const document = distribution({
    Comment: 'One',
    Origins: [customOrigin('web'), customOrigin('api')],
    CacheBehaviors: [behavior('/api/*', 'api'), behavior('/img/*', 'web')],
    DefaultCacheBehavior: defaultBehavior('web'),
  })
  return beyond(defineRule({ ...anyRule, id: 'a/canary', check }), sight, { document })
}

test('a rule that compares behaviors would be told', () => {
  const comparing: Rule['check'] = function* ({ document }) {
    for (const { path, distribution: site, index } of eachBehavior(document))
      if (behaviorsOf(site).some((other) => other.index !== index)) yield { path, message }
  }
  expect(told('behavior', comparing)).toHaveLength(1)
})

test('a rule that reads what the whole distribution says would be told', () => {
  const reading: Rule['check'] = function* ({ document }) {
    for (const { path, distribution: site } of eachBehavior(document))
      if (site.config.Comment === 'One') yield { path, message }
  }
  expect(told('behavior', reading)).toHaveLength(1)
})

test('a rule that tells of another place would be told', () => {
  const pointing: Rule['check'] = function* ({ document }) {
    for (const { distribution: site } of eachBehavior(document)) yield { path: site.path, message }
  }
  expect(told('behavior', pointing)).toHaveLength(1)
})

test('a rule that tells of parts in another order would be told', () => {
  const turned: Rule['check'] = function* ({ document }) {
    for (const { path } of [...eachBehavior(document)].reverse()) yield { path, message }
  }
  expect(told('behavior', turned)).toHaveLength(1)
})

const site = distribution({
  Origins: [customOrigin('web'), customOrigin('api'), customOrigin('spare')],
  OriginGroups: [
    {
      key: 'group-both',
      Id: 'both',
      FailoverCriteria: { StatusCodes: [500] },
      Members: [{ OriginId: 'api' }, { OriginId: 'spare' }],
    },
  ],
  CacheBehaviors: [behavior('/api/*', 'api'), behavior('/img/*', 'web'), behavior('/both/*', 'both')],
  DefaultCacheBehavior: defaultBehavior('web'),
})
const config = ['resources', 'Site', 'config']

/** The places that rules of a sight are asked of after an edit. */
function askedAfter(sight: PartSight, edit: Edit): readonly unknown[] {
  const viewIn = (document: DesignDocument) => {
    const view = viewsOf({ document }).alone.get('Site')
    if (!view) throw new Error('There is no distribution.')
    return view
  }
  const view = viewIn(applyEdit(site, edit))
  const { context } = againOf(sight, 'Site', view, { view: viewIn(site), problems: [] })
  const [asked] = context ? distributionsIn(context.document) : []
  return asked ? partsOf(sight, asked).map(({ place }) => place) : []
}

test('an edit of a behavior or an origin has rules asked of it, and of what leads to it', () => {
  const pattern = setAt([...config, 'CacheBehaviors', 1, 'PathPattern'], '/pictures/*')
  expect(askedAfter('behavior', pattern)).toEqual([1])
  expect(askedAfter('origin', pattern)).toEqual([])
  const path = setAt([...config, 'Origins', 2, 'OriginPath'], '/v2')
  expect(askedAfter('behavior', path)).toEqual([2])
  expect(askedAfter('origin', path)).toEqual([2])
  const web = setAt([...config, 'Origins', 0, 'OriginPath'], '/v2')
  expect(askedAfter('behavior', web)).toEqual([1, Number.POSITIVE_INFINITY])
})

test('an edit of the rest of a distribution has no rule of parts asked again', () => {
  const comment = setAt([...config, 'Comment'], 'Edited')
  expect(askedAfter('behavior', comment)).toEqual([])
  expect(askedAfter('origin', comment)).toEqual([])
})

test('a moved, added or removed part has rules asked of what is new alone', () => {
  const list = [...config, 'CacheBehaviors']
  expect(askedAfter('behavior', moveItem(list, 2, 0, 'Move'))).toEqual([])
  expect(askedAfter('behavior', removeAt([...list, 0]))).toEqual([])
  expect(askedAfter('behavior', insertAt(list, 1, behavior('/new/*', 'web'), 'Add'))).toEqual([1])
  // Its origin stands elsewhere, and so does what is told of both.
  expect(askedAfter('behavior', removeAt([...config, 'Origins', 0]))).toEqual([
    0,
    1,
    2,
    Number.POSITIVE_INFINITY,
  ])
})

test('an edit of what stands beside a distribution has all rules of parts asked again', () => {
  const bucket = setAt(['resources', 'Bucket'], { type: 'AWS::S3::Bucket', config: {} })
  expect(askedAfter('behavior', bucket)).toHaveLength(4)
})
