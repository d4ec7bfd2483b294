/**
 * The origin object of Lambda@Edge's origin events: custom or s3, never both.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
 */
import { bare } from '#core/ground/names.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { type EdgeOrigin, type EdgeOriginChange, objectOf, Refusal } from './http-message.ts'

const bucketHost = /\.s3[.-](?!website)([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/

const written = (name: string): string => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())

function customHeadersOf({ customHeaders = [] }: EdgeOrigin): JsonObject {
  const headers: Record<string, JsonObject[]> = bare()
  for (const [name, value] of customHeaders) {
    const list = headers[name.toLowerCase()] ?? []
    list.push({ key: written(name), value })
    headers[name.toLowerCase()] = list
  }
  return headers
}

/** What the event says of the origin a request is on its way to. */
export function originEvent(origin: EdgeOrigin): JsonObject {
  const { domainName, originPath: path, authMethod = 'none' } = origin
  const customHeaders = customHeadersOf(origin)
  const region = bucketHost.exec(domainName)?.[1]?.replace('.', '') ?? 'us-east-1'
  if (bucketHost.test(domainName)) return { s3: { authMethod, customHeaders, domainName, path, region } }
  return {
    custom: {
      customHeaders,
      domainName,
      keepaliveTimeout: 5,
      path,
      port: origin.port,
      protocol: origin.protocol,
      readTimeout: origin.readTimeout,
      sslProtocols: ['TLSv1.2'],
    },
  }
}

function text(value: Json | undefined, name: string): string {
  if (typeof value !== 'string') throw new Refusal(`“origin.${name}” has to be a string.`)
  return value
}

function number(
  value: Json | undefined,
  name: string,
  allows: (value: number) => boolean,
): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !allows(value)) throw new Refusal(`“origin.${name}” is out of its range.`)
  return value
}

function pathOf(value: Json | undefined): string {
  const path = value === undefined ? '' : text(value, 'path')
  if (path !== '' && (!path.startsWith('/') || path.length > 255))
    throw new Refusal('“origin.path” has to start with “/” and have at most 255 characters.')
  return path
}

function domainOf(value: Json | undefined): string {
  const name = text(value, 'domainName')
  if (name === '' || name.length > 253 || name.includes(':') || /^\d+(\.\d+){3}$/.test(name))
    throw new Refusal('“origin.domainName” has to be a host name without port, and no IP address.')
  return name
}

function headersOf(value: Json | undefined): (readonly [string, string])[] {
  if (value === undefined) return []
  return Object.entries(objectOf(value, '“origin.customHeaders” has to be an object.')).flatMap(
    ([name, list]) => {
      if (!Array.isArray(list)) throw new Refusal(`“origin.customHeaders.${name}” has to be an array.`)
      return list.map((item) => {
        const entry = objectOf(item, `“origin.customHeaders.${name}” has to hold { key, value }.`)
        return [name.toLowerCase(), text(entry['value'], `customHeaders.${name}`)] as const
      })
    },
  )
}

const isPort = (port: number): boolean => port === 80 || port === 443 || (port >= 1024 && port <= 65535)

function customOrigin(origin: JsonObject): EdgeOriginChange {
  const protocol = text(origin['protocol'], 'custom.protocol')
  if (protocol !== 'http' && protocol !== 'https')
    throw new Refusal('“origin.custom.protocol” has to be “http” or “https”.')
  number(origin['keepaliveTimeout'], 'custom.keepaliveTimeout', (seconds) => seconds >= 1 && seconds <= 180)
  const readTimeout = number(
    origin['readTimeout'],
    'custom.readTimeout',
    (value) => value >= 1 && value <= 180,
  )
  const port = number(origin['port'], 'custom.port', isPort) ?? (protocol === 'https' ? 443 : 80)
  return {
    domainName: domainOf(origin['domainName']),
    protocol,
    port,
    path: pathOf(origin['path']),
    ...(readTimeout !== undefined && { readTimeout }),
    customHeaders: headersOf(origin['customHeaders']),
  }
}

function bucketOrigin(origin: JsonObject): EdgeOriginChange {
  const { authMethod, region } = origin
  if (authMethod !== undefined && !['none', 'origin-access-identity'].includes(String(authMethod)))
    throw new Refusal('“origin.s3.authMethod” has to be “none” or “origin-access-identity”.')
  if (authMethod === 'origin-access-identity' && typeof region !== 'string')
    throw new Refusal('“origin.s3.region” has to be set with an origin access identity.')
  return {
    domainName: domainOf(origin['domainName']),
    protocol: 'https',
    port: 443,
    path: pathOf(origin['path']),
    customHeaders: headersOf(origin['customHeaders']),
  }
}

/** What the returned origin changes; undefined where it is as it was. Refuses what CloudFront does. */
export function readOrigin(
  value: Json | undefined,
  before: EdgeOrigin | undefined,
): EdgeOriginChange | undefined {
  if (value === undefined) return undefined
  if (before && JSON.stringify(value) === JSON.stringify(originEvent(before))) return undefined
  const { custom, s3 } = objectOf(value, '“origin” has to be an object with “custom” or “s3”.')
  if ((custom === undefined) === (s3 === undefined))
    throw new Refusal('“origin” has to hold either “custom” or “s3”.')
  return custom === undefined
    ? bucketOrigin(objectOf(s3, '“origin.s3” has to be an object.'))
    : customOrigin(objectOf(custom, '“origin.custom” has to be an object.'))
}
