/**
 * Every writer of the registry, held to what a Format promises: for each value of a design that uses every field, a
 * change of it changes the text or is named in the losses. Pictures say what they show, and are held to that.
 */
import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { isExpression } from '#core/model/field.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'
import { fullDesigns, type Leaf } from '#fixtures/every-field.ts'
import type { Format, Loss } from './format.ts'
import { type FormatId, formats, readSource, writeFormat } from './index.ts'

/** A token of one creation: each tool makes its own, and nothing depends on what it is. */
const madeAnew = ['CallerReference']

const covers = (losses: readonly Loss[], path: Path) => losses.some((loss) => isWithin(path, loss.path))
/** A place within a resource, list indices aside: `Origins.Id`. */
const placeOf = (path: Path) =>
  path
    .filter((step) => typeof step === 'string')
    .slice(2)
    .join('.')
    .replace(/^config\.?/, '')

/** The values that a writer drops without a word, or that a picture shows and does not declare. */
function silentIn({ id, write, shows }: Format): readonly string[] {
  if (!write) return []
  return [...fullDesigns].flatMap(([type, { document, leaves }]) => {
    const before = write(document)
    return leaves.flatMap(({ path, other }) => {
      if (madeAnew.includes(String(path.at(-1)))) return []
      const after = write(applyEdit(document, setAt(path, other)))
      const isWritten = after.text !== before.text
      const place = placeOf(path)
      if (shows)
        return isWritten === (type === 'Distribution' && shows.includes(place))
          ? []
          : [`${id}: ${type} ${place}`]
      return isWritten || covers(before.losses, path) || covers(after.losses, path)
        ? []
        : [`${id}: ${type} ${place}`]
    })
  })
}

for (const format of formats)
  test(`${format.id} writes every field or says that it does not`, () => {
    expect(silentIn(format)).toEqual([])
  })

const idOf = (type: string, document: DesignDocument | undefined) =>
  Object.keys(document?.resources ?? {}).find((id) => document?.resources[id]?.type === type)

/** What a format tells of a design that it writes, and what it reads in that text. */
function writtenAndRead({ read, write }: Format, document: DesignDocument) {
  const { text, losses } = write?.(document) ?? { text: '', losses: [] }
  const again = read?.(text)
  return { losses, document: again?.ok ? again.value.document : undefined }
}

/**
 * Off, the settings of logging are left out; of the certificate's two names only today's is written, and beside one of
 * one's own, that the default certificate is not used goes without saying.
 */
const decidedBesides = [
  'Logging.Enabled',
  'ViewerCertificate.Certificate',
  'ViewerCertificate.CloudFrontDefaultCertificate',
]
/** Fields that say something only beside others, by the format that therefore takes them back otherwise. */
const decidedByOthers: Readonly<Partial<Record<FormatId, readonly string[]>>> = {
  // The provider sends a behavior's own TTLs only where it has no cache policy.
  terraform: ['MinTTL', 'DefaultTTL', 'MaxTTL'].flatMap((ttl) => [
    `DefaultCacheBehavior.${ttl}`,
    `CacheBehaviors.${ttl}`,
  ]),
}

/** Of Terraform, what stands around a distribution is written and not read as resources of the design. */
const isOnlyWritten = ({ id }: Format<FormatId>, type: string) => id === 'terraform' && type.includes('::')

/** The values that a text does not give back, of a design that came from a text of the format or of none. */
function changedBy(format: Format<FormatId>, start: 'new' | 'own'): readonly string[] {
  const skipped = [...decidedBesides, ...(decidedByOthers[format.id] ?? [])]
  return [...fullDesigns].flatMap(([type, { document: full, leaves }]) => {
    if (isOnlyWritten(format, type)) return []
    const opened = start === 'own' ? writtenAndRead(format, full).document : full
    const id = idOf(type, opened)
    if (!opened || id === undefined) return []
    const edits = leaves
      .filter(({ path }) => !(type === 'Distribution' && skipped.includes(placeOf(path))))
      .map(({ path, other }) => ({ path: ['resources', id, ...path.slice(2)], other }))
    const edited = edits.reduce((design, { path, other }) => applyEdit(design, setAt(path, other)), opened)
    const { losses, document } = writtenAndRead(format, edited)
    return edits.flatMap(({ path, other }) => {
      if (madeAnew.includes(String(path.at(-1))) || covers(losses, path)) return []
      const given = valueAt(document, ['resources', idOf(type, document) ?? '', ...path.slice(2)])
      return given === other ? [] : [`${format.id}: ${type} ${placeOf(path)} is ${JSON.stringify(given)}`]
    })
  })
}

for (const format of formats.filter(({ read, write }) => read && write))
  for (const start of ['new', 'own'] as const)
    test(`${format.id} gives back what it wrote into ${start === 'new' ? 'a new text' : 'a text of its own'}`, () => {
      expect(changedBy(format, start)).toEqual([])
    })

test('a loss is told at a place of the design that was written', () => {
  const lost = formats.flatMap(({ id, write }) =>
    [...fullDesigns].flatMap(([type, { document, leaves }]) =>
      (write?.(document).losses ?? [])
        .filter(({ path }) => !leaves.some((leaf) => isWithin(leaf.path, path)))
        .map(({ path }) => `${id}: ${type} ${path.join('.')}`),
    ),
  )
  expect(lost).toEqual([])
})

test('a writer that drops a field and says nothing is found', () => {
  const [whole] = formats
  const leaky: Format = {
    id: 'leaky',
    label: 'Leaky',
    family: 'cdk',
    syntax: 'plaintext',
    fileNames: [],
    write: (document) => ({
      text: JSON.stringify(document, (key, value) => (key === 'PriceClass' ? undefined : value)),
      losses: [],
    }),
  }
  expect(whole && silentIn(whole)).toEqual([])
  expect(silentIn(leaky)).toEqual(['leaky: Distribution PriceClass'])
  const silent: Format = { ...leaky, write: () => ({ text: '# Nothing.', losses: [] }) }
  expect(silentIn(silent).length).toBeGreaterThan(300)
})

const realTexts = import.meta.glob<string>(
  ['/src/fixtures/corpus/kinds/*', '/public/examples/staging-rollout.yaml'],
  { query: '?raw', import: 'default', eager: true },
)

const otherValue = (value: unknown): string | number | boolean | undefined => {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  return typeof value === 'string' ? `${value}x` : undefined
}

/** The values of a config, expressions aside, and others of their types. */
function valuesIn(value: unknown, path: Path): Leaf[] {
  const other = otherValue(value)
  if (other !== undefined) return [{ path, other }]
  if (typeof value !== 'object' || value === null || isExpression(value)) return []
  return Object.entries(value).flatMap(([name, child]) =>
    name === 'key' ? [] : valuesIn(child, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}

function realDesign(text: string): DesignDocument {
  const result = readSource(text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const { source: _, ...document } = result.value.document
  return document
}

const writers = ['terraform', 'pulumi', 'cdk', 'cloudformation-json']
test.each(writers)('each value of real designs is written by %s, or told', (id) => {
  const silent = Object.entries(realTexts).flatMap(([file, text]) => {
    const document = realDesign(text)
    const before = writeFormat(id, document)
    const values = Object.entries(document.resources).flatMap(([name, { type, config }]) =>
      type.includes('::') ? [] : valuesIn(config, ['resources', name, 'config']),
    )
    return values.flatMap(({ path, other }) => {
      const after = writeFormat(id, applyEdit(document, setAt(path, other)))
      const isTold = covers(before.losses, path) || covers(after.losses, path)
      const isSilent = after.text === before.text && !isTold && !madeAnew.includes(String(path.at(-1)))
      return isSilent ? [`${file}: ${path.join('.')}`] : []
    })
  })
  expect(silent).toEqual([])
})
