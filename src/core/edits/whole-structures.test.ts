import { expect, test } from 'vitest'
import { type DesignDocument, emptyDesign } from '#core/model/document.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { resourceKinds } from '#core/resources/index.ts'
import type { FieldKind } from '#core/resources/kind/form-field.ts'
import type { Requirement } from '#core/resources/kind/requirement.ts'
import { moreFields } from '#things/more-fields.ts'
import { withWhole } from './whole-structures.ts'

const thing: Path = ['resources', 'Thing', 'config']
const designOf = (type: string): DesignDocument =>
  ({ ...emptyDesign, resources: { Thing: { type, config: {} } } }) as DesignDocument

function sampleOf(kind: FieldKind): unknown {
  if (kind.is === 'switch') return true
  if (kind.is === 'number' || kind.is === 'seconds') return 1
  if (kind.is === 'choice' || kind.is === 'set')
    return kind.is === 'set' ? [kind.choices[0]] : kind.choices[0]
  if (['lines', 'numbers', 'rows', 'items', 'associations', 'methods', 'refs', 'countries'].includes(kind.is))
    return []
  return 'a'
}

/** Required fields that are absent from structures that are there, the resource itself aside. */
function* halves(requirement: Requirement | undefined, value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const fields = value as Readonly<Record<string, unknown>>
  if (path !== '')
    for (const name of requirement?.fields ?? []) if (fields[name] === undefined) yield `${path}.${name}`
  for (const [name, inner] of Object.entries(requirement?.within ?? {}))
    yield* halves(inner, fields[name], `${path}.${name}`)
}

test.each(Object.values(resourceKinds))(
  '$type: no field of its form leaves a structure half',
  ({ type, form, required }) => {
    const before = designOf(type)
    for (const { path, kind } of [...form, ...moreFields({ shape: type, sections: form })].flatMap(
      (one) => one.fields,
    )) {
      const set = withWhole(before, thing, [...thing, ...path], sampleOf(kind))
      expect([...halves(required, valueAt(set, thing), '')], path.join('.')).toEqual([])
    }
  },
)

test('a header that is chosen has its Override, and goes as a whole', () => {
  const before = designOf('ResponseHeadersPolicy')
  const path = [...thing, 'SecurityHeadersConfig', 'FrameOptions', 'FrameOption']
  const set = withWhole(before, thing, path, 'DENY')
  expect(valueAt(set, thing)).toEqual({
    SecurityHeadersConfig: { FrameOptions: { FrameOption: 'DENY', Override: true } },
  })
  expect(valueAt(withWhole(set, thing, path, undefined), thing)).toEqual({})
})

test('what was meant stays where another field of the structure goes', () => {
  const path = (name: string) => [...thing, 'CorsConfig', name]
  let design = designOf('ResponseHeadersPolicy')
  design = withWhole(design, thing, path('AccessControlMaxAgeSec'), 600)
  design = withWhole(design, thing, path('AccessControlAllowOrigins'), ['https://a.example'])
  design = withWhole(design, thing, path('AccessControlMaxAgeSec'), undefined)
  expect(valueAt(design, path('AccessControlAllowOrigins'))).toEqual(['https://a.example'])
})

test('a key group that is trusted is trusted', () => {
  const before = designOf('Distribution')
  const behavior = [...thing, 'DefaultCacheBehavior']
  const set = withWhole(before, behavior, [...behavior, 'TrustedKeyGroups', 'Items'], [{ ref: 'Keys' }])
  expect(valueAt(set, [...behavior, 'TrustedKeyGroups'])).toEqual({ Items: [{ ref: 'Keys' }], Enabled: true })
})

test('what needs a name that nobody can guess is not begun', () => {
  const before = designOf('ResponseHeadersPolicy')
  const path = [...thing, 'SecurityHeadersConfig', 'ContentSecurityPolicy', 'Override']
  expect(valueAt(withWhole(before, thing, path, true), thing)).toEqual({})
})

test('a certificate comes with what CloudFront wants beside it, which goes with it unless it was chosen', () => {
  const at = (name: string) => [...thing, 'ViewerCertificate', name]
  const set = withWhole(designOf('Distribution'), thing, at('ACMCertificateArn'), 'arn:aws:acm:a')
  expect(valueAt(set, [...thing, 'ViewerCertificate'])).toEqual({
    ACMCertificateArn: 'arn:aws:acm:a',
    SSLSupportMethod: 'sni-only',
    MinimumProtocolVersion: 'TLSv1.2_2021',
  })
  expect(valueAt(withWhole(set, thing, at('ACMCertificateArn'), undefined), thing)).toEqual({})
  const older = withWhole(set, thing, at('MinimumProtocolVersion'), 'TLSv1')
  const other = withWhole(older, thing, at('ACMCertificateArn'), 'arn:aws:acm:b')
  expect(valueAt(other, at('MinimumProtocolVersion'))).toBe('TLSv1')
  const without = withWhole(other, thing, at('ACMCertificateArn'), undefined)
  expect(valueAt(without, [...thing, 'ViewerCertificate'])).toEqual({ MinimumProtocolVersion: 'TLSv1' })
})
