/** What a page asks its server to make around a site: one thing at a time, each after a person's consent. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { WantedRecord } from './around.ts'
import { type BucketGrant, grantOf } from './bucket-policy.ts'

export type AroundStep =
  | { readonly kind: 'bucket'; readonly name: string; readonly isForLogs: boolean }
  /** The token makes a second request within an hour the same one. */
  | { readonly kind: 'certificate'; readonly names: readonly string[]; readonly token: string }
  /** Makes the records that prove a certificate, and says how far it is. */
  | { readonly kind: 'proof'; readonly arn: string }
  | ({ readonly kind: 'record' } & Omit<WantedRecord, 'distribution'>)
  | { readonly kind: 'grant'; readonly grant: BucketGrant }

/** A bucket's name, a certificate's ARN, or how a thing stands now. */
export interface AroundAnswer {
  readonly value: string
}

type Fields = Readonly<Record<string, unknown>>
const textOf = (fields: Fields, name: string, form: RegExp): string | undefined => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' && form.test(value) ? value : undefined
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const hostName = /^(\*\.)?[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9])?$/i
const certificateArn = /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]{1,80}$/
const distributionArn = /^arn:aws[a-z-]*:cloudfront::\d{12}:distribution\/[A-Z0-9]{1,32}$/
const regionName = /^[a-z]{2}(-[a-z]+)+-\d$/
const tokenForm = /^\w{1,32}$/
const logicalId = /^[\w.:/-]{1,255}$/
/** A certificate has at most 100 names: https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html */
const mostNames = 100

function bucketIn(fields: Fields): AroundStep | undefined {
  const name = textOf(fields, 'name', bucketName)
  return name === undefined ? undefined : { kind: 'bucket', name, isForLogs: fields['isForLogs'] === true }
}

function certificateIn(fields: Fields): AroundStep | undefined {
  const { names } = fields
  const token = textOf(fields, 'token', tokenForm)
  if (token === undefined || !Array.isArray(names) || names.length === 0 || names.length > mostNames)
    return undefined
  const good = names.filter((name): name is string => typeof name === 'string' && hostName.test(name))
  return good.length === names.length ? { kind: 'certificate', names: good, token } : undefined
}

function proofIn(fields: Fields): AroundStep | undefined {
  const arn = textOf(fields, 'arn', certificateArn)
  return arn === undefined ? undefined : { kind: 'proof', arn }
}

function recordIn(fields: Fields): AroundStep | undefined {
  const name = textOf(fields, 'name', hostName)
  const target = textOf(fields, 'target', hostName)
  if (name === undefined || target === undefined) return undefined
  const isBoth = Array.isArray(fields['types']) && fields['types'].includes('AAAA')
  return { kind: 'record', name, target, types: isBoth ? ['A', 'AAAA'] : ['A'] }
}

function grantIn({ grant }: Fields): AroundStep | undefined {
  if (typeof grant !== 'object' || grant === null) return undefined
  const fields = grant as Fields
  const bucket = textOf(fields, 'bucket', bucketName)
  const arn = textOf(fields, 'arn', distributionArn)
  const distribution = textOf(fields, 'distribution', logicalId)
  if (bucket === undefined || arn === undefined || distribution === undefined) return undefined
  return { kind: 'grant', grant: grantOf(bucket, textOf(fields, 'region', regionName), distribution, arn) }
}

const readers: ReadonlyMap<unknown, (fields: Fields) => AroundStep | undefined> = new Map([
  ['bucket', bucketIn],
  ['certificate', certificateIn],
  ['proof', proofIn],
  ['record', recordIn],
  ['grant', grantIn],
])

/** The step in a request's body; the server makes nothing that is not exactly one of these. */
export function parseAroundStep(text: string): Result<AroundStep, string> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return failed('What to make around the site is no JSON.')
  }
  if (typeof json !== 'object' || json === null) return failed('What to make around the site is no object.')
  const fields = json as Fields
  const step = readers.get(fields['kind'])?.(fields)
  return step ? ok(step) : failed('This is nothing that can be made around a site; check its names.')
}
