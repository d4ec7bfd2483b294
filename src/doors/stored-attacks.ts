/** What somebody may put into a link, or what a browser may have stored: each is refused in a sentence or opened unharmed. */
import { deflateRawSync } from 'node:zlib'
import { distribution } from '#fixtures/build.ts'

export interface StoredAttack {
  readonly what: string
  /** The design as JSON; it need not be any. */
  readonly text: string
}

const whole = distribution({ Comment: 'sent' })
const json = (value: unknown) => JSON.stringify(value)
const withParts = (parts: object) => json({ ...whole, ...parts })
const withSite = (site: unknown) => json({ ...whole, resources: { Site: site } })
const withConfig = (config: unknown) => withSite({ type: 'Distribution', config })
const table = (list: readonly (readonly [what: string, text: string])[]): readonly StoredAttack[] =>
  list.map(([what, text]) => ({ what, text }))
const nested = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels)

/** No designs: none of them may open. */
export const refused: readonly StoredAttack[] = table([
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '5'],
  ['a text', '"design"'],
  ['a list', json([whole])],
  ['half of a design', json(whole).slice(0, 80)],
  ['a design with a tail', `${json(whole)}]`],
  ['bytes', '\0\u0001\u0002'],
  ['no version', withParts({ formatVersion: undefined })],
  ['a version of words', withParts({ formatVersion: 'constructor' })],
  ['a version of an object', withParts({ formatVersion: { toString: 1, valueOf: 1 } })],
  ['a version of the future', withParts({ formatVersion: 99 })],
  ['a version without end', json(whole).replace('"formatVersion":1', '"formatVersion":1e999')],
  ['no resources', withParts({ resources: undefined })],
  ['resources as a list', withParts({ resources: [] })],
  ['resources as null', withParts({ resources: null })],
  ['a resource of null', withSite(null)],
  ['a resource as a list', withSite([])],
  ['a resource as a text', withSite('Distribution')],
  ['a type that is a number', withSite({ type: 5, config: {} })],
  ['a type that is an object', withSite({ type: { toString: 1 }, config: {} })],
  ['no config', withSite({ type: 'Distribution' })],
  ['a config of null', withConfig(null)],
  ['a config as a list', withConfig([])],
  ['a config as a text', withConfig('a')],
  ['a layout of null', withParts({ layout: { a: null } })],
  ['a layout of texts', withParts({ layout: { a: { x: '1', y: 'NaN' } } })],
  ['a layout without end', json({ ...whole, layout: { a: { x: 7777, y: 0 } } }).replace('7777', '1e999')],
  ['scenarios as an object', withParts({ scenarios: {} })],
  ['a scenario of null', withParts({ scenarios: [null] })],
  ['a scenario without steps', withParts({ scenarios: [{ name: 'a' }] })],
  ['steps of null', withParts({ scenarios: [{ name: 'a', steps: [null] }] })],
  ['a name of an object', withParts({ scenarios: [{ name: {}, steps: [] }] })],
  ['origin rules of null', withParts({ originScripts: { a: [null] } })],
  ['origin rules with a match of words', withParts({ originScripts: { a: [{ match: 'all' }] } })],
  ['what functions give as a list', withParts({ functionResults: [] })],
  ['suppressions of null', withParts({ suppressions: [null] })],
  ['a suppression without a reason', withParts({ suppressions: [{ rule: 'a/b' }] })],
  ['notes of numbers', withParts({ notes: { a: 5 } })],
  ['environments of texts', withParts({ environments: { a: 'b' } })],
  ['a source that is a list', withParts({ source: [] })],
  ['a source without a text', withParts({ source: { format: 'cloudformation-yaml' } })],
  ['parameters of objects', withParts({ source: { format: 'a', text: '', parameters: { a: {} } } })],
  ['a hundred thousand levels', nested(100_000)],
  ['a hundred thousand levels of objects', nested(100_000, '{"a":', '}')],
])

/** Designs in form, with whatever inside: what they open as is drawn, checked, edited and shared. */
export const strange: readonly StoredAttack[] = table([
  ['a type that there is not', withSite({ type: 'Nothing', config: {} })],
  ['a type that every object has', withSite({ type: 'constructor', config: {} })],
  ['a type named __proto__', withSite({ type: '__proto__', config: {} })],
  ['a type without letters', withSite({ type: '', config: {} })],
  ['an empty config', withConfig({})],
  ['lists as objects', withConfig({ Origins: {}, CacheBehaviors: {}, Aliases: {} })],
  ['lists as numbers', withConfig({ Origins: 5, CacheBehaviors: 5, Aliases: 5, CustomErrorResponses: 5 })],
  ['lists of null', withConfig({ Origins: [null], CacheBehaviors: [null], Aliases: [null] })],
  ['lists of lists', withConfig({ Origins: [[]], CacheBehaviors: [[]], OriginGroups: [[]] })],
  ['lists in AWS’s form without items', withConfig({ Origins: { Quantity: 3 }, Aliases: { Quantity: -1 } })],
  ['a behavior as a text', withConfig({ DefaultCacheBehavior: 'a' })],
  ['a behavior as a list', withConfig({ DefaultCacheBehavior: [] })],
  ['an origin with wrong fields', withConfig({ Origins: [{ Id: {}, DomainName: [], OriginPath: 5 }] })],
  ['origins of one Id', withConfig({ Origins: Array(50).fill({ Id: 'a', DomainName: 'a.example' }) })],
  ['a group of itself', withConfig({ OriginGroups: [{ Id: 'a', Members: [{ OriginId: 'a' }] }] })],
  ['a reference to itself', withSite({ type: 'CachePolicy', config: { Name: { ref: 'Site' } } })],
  ['a reference to nothing', withConfig({ WebACLId: { ref: 'Gone' }, Logging: { Bucket: { ref: 5 } } })],
  ['a reference to __proto__', withConfig({ DefaultCacheBehavior: { CachePolicyId: { ref: '__proto__' } } })],
  ['a path pattern that repeats', withConfig({ CacheBehaviors: [{ PathPattern: '*a'.repeat(100) }] })],
  [
    'numbers beyond all',
    withConfig({ CustomErrorResponses: [{ ErrorCode: 1e300, ErrorCachingMinTTL: -1 }] }),
  ],
  ['half letters', withConfig({ Comment: '\uD800', Aliases: ['\uDFFF.example'] })],
  ['letters that turn around', withConfig({ Comment: '\u202Egnp.exe\u0000\uFFFE' })],
  ['markup', withConfig({ Comment: '<img src=x onerror=alert(1)>"\'`{{1}}' })],
  ['an address that runs', withConfig({ Origins: [{ Id: 'a', DomainName: 'javascript:alert(1)' }] })],
  ['a hundred levels', withConfig({ Comment: JSON.parse(nested(100)) as unknown })],
  ['a resource named __proto__', json(whole).replace('"Site"', '"__proto__"')],
  ['a resource named constructor', json(whole).replaceAll('"Site"', '"constructor"')],
  ['a resource without a name', json(whole).replaceAll('"Site"', '""')],
  ['a name with the signs of pointers', json(whole).replaceAll('"Site"', '"a/b~1~0#.."')],
  [
    'a prototype in the config',
    withConfig({}).replace('"config":{', '"config":{"__proto__":{"Enabled":true},"').replace('"}', '"x":1}'),
  ],
  [
    'a thousand resources',
    withParts({
      resources: Object.fromEntries(
        Array.from({ length: 1000 }, (_, at) => [`R${at}`, { type: 'CachePolicy', config: {} }]),
      ),
    }),
  ],
  ['a text of a megabyte', withConfig({ Comment: 'x'.repeat(900_000) })],
  [
    'a layout of what is not there',
    withParts({ layout: { 'Gone/a/b': { x: -1e15, y: 1e15 }, '': { x: 0, y: 0 } } }),
  ],
  [
    'a scenario of wrong members',
    withParts({
      scenarios: [{ name: '', steps: [{ request: 5, expect: [] }], account: {}, functionResults: {} }],
    }),
  ],
  ['a suppression of all', withParts({ suppressions: [{ rule: '*', reason: '', path: 'not/a/pointer' }] })],
  ['notes on what every object has', withParts({ notes: { toString: 'a', hasOwnProperty: 'b' } })],
  ['a source that does not fit', withParts({ source: { format: 'constructor', text: '{{{' } })],
  ['members that are nobody’s', withParts({ __defineGetter__: 1, toJSON: { a: 1 }, length: -1 })],
  [
    'a code that is no text',
    withSite({ type: 'Function', config: { FunctionCode: { a: 1 }, FunctionConfig: 5 } }),
  ],
  [
    'a function that attacks',
    withSite({
      type: 'Function',
      config: { Name: 'f', FunctionCode: 'for(;;){}', FunctionConfig: { Runtime: '__proto__' } },
    }),
  ],
])

const inLink = (text: string | Uint8Array) => `#design=${deflateRawSync(text).toString('base64url')}`

/** Links that hold no design at all. */
export const fragments: readonly (readonly [what: string, fragment: string])[] = [
  ['nothing after the sign', '#design='],
  ['letters that are no Base64', '#design=%%%\u{1F600}'],
  ['Base64 of nothing packed', `#design=${Buffer.from(json(whole)).toString('base64url')}`],
  ['a link cut in half', inLink(json(whole)).slice(0, 100)],
  ['a bomb of twenty megabytes', inLink(Buffer.alloc(20 * 1024 * 1024, 32))],
  ['bytes that are no text', inLink(Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]))],
  ['a design packed twice', inLink(inLink(json(whole)))],
  ['an address', '#design=https://example.com/design.json'],
  ['a number as the whole', inLink('1e999')],
]

/** What local storage may hold under our names. */
export const words: readonly string[] = [
  '',
  'null',
  '[]',
  '5',
  '{',
  '{"folded":null,"widths":null,"splits":null}',
  '{"folded":{"__proto__":true},"widths":{"constructor":-1},"splits":{"toString":{"isBeside":1}}}',
  '{"widths":{"left":1e999},"splits":{"Design":{"isBeside":true,"size":-5}}}',
  nested(50_000),
  '__proto__',
  'constructor',
  '9'.repeat(10_000),
  '\uD800',
]
