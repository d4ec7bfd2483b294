/**
 * A field that is set below a structure makes that structure whole: what CloudFront requires beside it is filled in
 * with what changes least, and what was only filled in goes again with the last field that was meant.
 */
import { tableOf } from '#core/ground/names.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit, setAt } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { resourceKind } from '#core/resources/index.ts'
import type { Requirement } from '#core/resources/kind/requirement.ts'

/** What stands beside another field by the least surprise, by the structure and the name. */
const fillings: Readonly<Record<string, unknown>> = tableOf({
  Override: true,
  OriginOverride: true,
  Enabled: true,
  AccessControlAllowHeaders: ['*'],
  AccessControlAllowMethods: ['GET'],
  AccessControlAllowOrigins: ['*'],
  AccessControlAllowCredentials: false,
  // A year, as Amazon's managed SecurityHeadersPolicy has it.
  AccessControlMaxAgeSec: 31_536_000,
  FrameOption: 'SAMEORIGIN',
  ReferrerPolicy: 'strict-origin-when-cross-origin',
  Protection: true,
  QueryString: false,
  Forward: 'none',
  RestrictionType: 'whitelist',
  OriginProtocolPolicy: 'https-only',
  StatusCodes: [500, 502, 503, 504],
  Runtime: 'cloudfront-js-2.0',
  EnableAcceptEncodingGzip: true,
  HeaderBehavior: 'none',
  CookieBehavior: 'none',
  QueryStringBehavior: 'none',
  HeadersConfig: { HeaderBehavior: 'none' },
  CookiesConfig: { CookieBehavior: 'none' },
  QueryStringsConfig: { QueryStringBehavior: 'none' },
  GeoRestriction: { RestrictionType: 'none' },
})
/** Structures that say nothing without their switch, though no page calls it required. */
const switched: ReadonlySet<string> = new Set([
  'TrustedKeyGroups',
  'TrustedSigners',
  'OriginShield',
  'Logging',
])

/** What CloudFront wants beside a field once that is set, and what its console chooses then. */
const certified = { SSLSupportMethod: 'sni-only', MinimumProtocolVersion: 'TLSv1.2_2021' }
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = tableOf({
  ACMCertificateArn: certified,
  IAMCertificateId: certified,
})

type Draft = Parameters<Edit['apply']>[0]
type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is required below a resource's config, at a path of the document. */
function requirementAt(document: DesignDocument, path: Path): Requirement | undefined {
  const [, id, , ...steps] = path
  let at = resourceKind(document.resources[String(id)]?.type ?? '')?.required
  for (const step of steps) if (typeof step === 'string') at = at?.within?.[step]
  return at
}

const requiredAt = (document: DesignDocument, path: Path): readonly string[] => [
  ...(requirementAt(document, path)?.fields ?? []),
  ...(switched.has(String(path.at(-1))) ? ['Enabled'] : []),
]

/** The structures between a thing and a field of it, the innermost first. */
const between = (thing: Path, path: Path): readonly Path[] =>
  Array.from({ length: Math.max(0, path.length - thing.length - 1) }, (_, index) =>
    path.slice(0, path.length - 1 - index),
  ).filter((one) => typeof one.at(-1) === 'string')

/** Fills a structure in; false where it begins here and needs something that nobody can guess, such as a name. */
function fill(draft: Draft, document: DesignDocument, path: Path): boolean {
  const fields = valueAt(draft, path)
  if (!isFields(fields)) return true
  const missing = requiredAt(document, path).filter((name) => fields[name] === undefined)
  const guessed = missing.filter((name) => Object.hasOwn(fillings, name))
  if (guessed.length < missing.length && valueAt(document, path) === undefined) return false
  for (const name of guessed) fields[name] = structuredClone(fillings[name])
  return true
}

const isFilling = (name: string, value: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(fillings[name])

/** Takes a structure away in which nothing is left but what was filled in. */
function prune(draft: Draft, document: DesignDocument, path: Path): void {
  const fields = valueAt(draft, path)
  if (!isFields(fields)) return
  const required = requiredAt(document, path)
  const isLeft = Object.entries(fields).some(
    ([name, value]) => !required.includes(name) || !isFilling(name, value),
  )
  if (!isLeft) setAt(path, undefined).apply(draft)
}

/** Sets what belongs to a field where it has no value yet; takes it away again with the field, unless it was chosen. */
function accompany(draft: Draft, path: Path, value: unknown): void {
  const fields = valueAt(draft, path.slice(0, -1))
  if (!isFields(fields)) return
  for (const [name, own] of Object.entries(companions[String(path.at(-1))] ?? {})) {
    if (value !== undefined) fields[name] ??= own
    else if (fields[name] === own) delete fields[name]
  }
}

/** Sets a field of a thing, or with `undefined` removes it, and leaves no structure half. */
export function setWhole(
  document: DesignDocument,
  thing: Path,
  path: Path,
  value: unknown,
  label: string,
): Edit {
  const plain = setAt(path, value, label)
  const structures = between(thing, path)
  return {
    ...plain,
    apply: (draft) => {
      plain.apply(draft)
      accompany(draft, path, value)
      const isWhole =
        value !== undefined && structures.map((one) => fill(draft, document, one)).every((filled) => filled)
      if (isWhole) return
      if (value !== undefined) setAt(path, undefined).apply(draft)
      for (const one of structures) prune(draft, document, one)
    },
  }
}

/** The document after a field was set whole. */
export const withWhole = (
  document: DesignDocument,
  thing: Path,
  path: Path,
  value: unknown,
): DesignDocument => applyEdit(document, setWhole(document, thing, path, value, 'Set'))
