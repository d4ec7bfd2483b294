/** Older spellings that CloudFormation still takes, turned into today's before the shape table reads them. */
import type { TextTree } from '#core/formats/tree.ts'
import { isValueMap, type ValueMap } from './shape-reader.ts'
import type { Value } from './value.ts'

const asList = (value: Value): Value[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** `CachedMethods` stands beside `AllowedMethods` in CloudFormation and inside it in the API. */
function nestCachedMethods(behavior: Value, text: TextTree): Value {
  if (!isValueMap(behavior) || !('CachedMethods' in behavior)) return behavior
  const { CachedMethods: cached, AllowedMethods: allowed, ...others } = behavior
  const methods: ValueMap = isValueMap(allowed)
    ? allowed
    : { ...(allowed !== undefined && { Items: asList(allowed) }) }
  const nested: ValueMap = { ...others, AllowedMethods: { ...methods, CachedMethods: cached } }
  for (const key of Object.keys(nested)) text.place(nested, key, text.siteOf(behavior, key))
  const inner = nested['AllowedMethods']
  if (isValueMap(inner)) text.place(inner, 'CachedMethods', text.siteOf(behavior, 'CachedMethods'))
  if (isValueMap(inner)) text.place(inner, 'Items', text.siteOf(behavior, 'AllowedMethods'))
  return nested
}

/** The single origin of 2012's templates. */
function legacyOrigin(config: ValueMap): ValueMap | undefined {
  const { S3Origin: bucket, CustomOrigin: custom } = config
  if (isValueMap(bucket)) {
    const { DNSName: name, ...s3 } = bucket
    return { Id: 'default', DomainName: name, S3OriginConfig: s3 }
  }
  if (isValueMap(custom)) {
    const { DNSName: name, ...settings } = custom
    return { Id: 'default', DomainName: name, CustomOriginConfig: settings }
  }
  return undefined
}

const copyWithSites = (map: ValueMap, text: TextTree): ValueMap => {
  const copy = { ...map }
  for (const key of Object.keys(map)) text.place(copy, key, text.siteOf(map, key))
  return copy
}

/** A distribution's properties in today's spelling. */
export function modernDistribution(value: Value, text: TextTree): Value {
  if (!isValueMap(value)) return value
  const config = copyWithSites(value, text)
  if (config['CNAMEs'] !== undefined) {
    config['Aliases'] = [...asList(config['Aliases']), ...asList(config['CNAMEs'])]
    text.place(config, 'Aliases', text.siteOf(value, 'CNAMEs'))
    delete config['CNAMEs']
  }
  const origin = legacyOrigin(config)
  if (origin && config['Origins'] === undefined) {
    config['Origins'] = [origin]
    text.place(config, 'Origins', text.siteOf(value, 'S3Origin') ?? text.siteOf(value, 'CustomOrigin'))
    delete config['S3Origin']
    delete config['CustomOrigin']
  }
  if (config['DefaultCacheBehavior'] !== undefined)
    config['DefaultCacheBehavior'] = nestCachedMethods(config['DefaultCacheBehavior'], text)
  const ordered = config['CacheBehaviors']
  if (Array.isArray(ordered)) {
    const nested = ordered.map((behavior) => nestCachedMethods(behavior, text))
    for (const index of ordered.keys()) text.place(nested, index, text.siteOf(ordered, index))
    config['CacheBehaviors'] = nested
  }
  const logging = config['Logging']
  if (isValueMap(logging) && logging['Enabled'] === undefined) {
    const enabled = copyWithSites(logging, text)
    enabled['Enabled'] = logging['Bucket'] !== undefined && logging['Bucket'] !== ''
    config['Logging'] = enabled
  }
  return config
}

/** A continuous deployment policy's flat form, which only CloudFormation has. */
export function modernContinuousDeployment(value: Value, text: TextTree): Value {
  if (!isValueMap(value) || value['TrafficConfig'] !== undefined || value['Type'] === undefined) return value
  const { Type, SingleWeightPolicyConfig, SingleHeaderPolicyConfig, ...others } = copyWithSites(value, text)
  return {
    ...others,
    TrafficConfig: {
      Type,
      ...(SingleWeightPolicyConfig !== undefined && { SingleWeightConfig: SingleWeightPolicyConfig }),
      ...(SingleHeaderPolicyConfig !== undefined && { SingleHeaderConfig: SingleHeaderPolicyConfig }),
    },
  }
}

/** A tenant's domains are plain names in CloudFormation. */
export function modernTenant(value: Value): Value {
  if (!isValueMap(value) || !Array.isArray(value['Domains'])) return value
  const domains = value['Domains'].map((domain) =>
    isValueMap(domain) ? domain : ({ Domain: domain } satisfies ValueMap),
  )
  return { ...value, Domains: domains }
}
