/** The settings of the bucket behind an origin that its endpoints answer by, as the template has them. */
import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { valueAt } from '#core/model/path.ts'
import type { CompiledOrigin } from '#core/trace/compile/compiled.ts'
import type { CorsRule } from './cors.ts'
import type { Website } from './website.ts'
import type { RedirectRule, RoutingRule } from './website-redirects.ts'

export interface BucketSettings {
  /** Undefined where the bucket is no website. */
  readonly website: Website | undefined
  readonly cors: readonly CorsRule[]
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined

/** A text or a number; what is not known yet is nothing. */
function textAt(value: unknown, name: string): string | undefined {
  const found = fieldOf(value, name)
  if (typeof found === 'number') return String(found)
  return typeof found === 'string' && found !== '' ? found : undefined
}

const listAt = (value: unknown, name: string): readonly unknown[] => {
  const found = fieldOf(value, name)
  return Array.isArray(found) ? found : []
}

const textsAt = (value: unknown, name: string): string[] =>
  listAt(value, name).filter((one) => typeof one === 'string')

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Redirect.html */
const redirectOf = (value: unknown): RedirectRule => ({
  protocol: textAt(value, 'Protocol'),
  host: textAt(value, 'HostName'),
  status: Number(textAt(value, 'HttpRedirectCode') ?? 301),
  key: textAt(value, 'ReplaceKeyWith'),
  prefix: textAt(value, 'ReplaceKeyPrefixWith'),
})

function ruleOf(value: unknown): RoutingRule {
  const condition = fieldOf(value, 'RoutingRuleCondition')
  const error = textAt(condition, 'HttpErrorCodeReturnedEquals')
  return {
    condition: {
      prefix: textAt(condition, 'KeyPrefixEquals') ?? '',
      error: error === undefined ? null : Number(error),
    },
    redirect: redirectOf(fieldOf(value, 'RedirectRule')),
  }
}

function websiteOf(value: unknown): Website | undefined {
  const all = fieldOf(value, 'RedirectAllRequestsTo')
  const indexDocument = textAt(value, 'IndexDocument')
  if (indexDocument === undefined && all === undefined) return undefined
  return {
    indexDocument: indexDocument ?? 'index.html',
    errorDocument: textAt(value, 'ErrorDocument'),
    rules:
      all === undefined
        ? listAt(value, 'RoutingRules').map(ruleOf)
        : [{ condition: { prefix: '', error: null }, redirect: redirectOf(all) }],
  }
}

const corsOf = (value: unknown): CorsRule[] =>
  listAt(value, 'CorsRules').map((rule) => ({
    origins: textsAt(rule, 'AllowedOrigins'),
    methods: textsAt(rule, 'AllowedMethods'),
    headers: textsAt(rule, 'AllowedHeaders'),
    exposed: textsAt(rule, 'ExposedHeaders'),
    maxAge: textAt(rule, 'MaxAge') ?? null,
  }))

export function settingsBehind(
  documents: readonly DesignDocument[],
  { path }: CompiledOrigin,
): BucketSettings | undefined {
  for (const document of documents) {
    const bucket = bucketBehind(document, valueAt(document, [...path, 'DomainName']))
    if (bucket === undefined) continue
    const config = valueAt(document, ['resources', bucket, 'config'])
    return {
      website: websiteOf(fieldOf(config, 'WebsiteConfiguration')),
      cors: corsOf(fieldOf(config, 'CorsConfiguration')),
    }
  }
  return undefined
}
