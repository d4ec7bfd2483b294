/** The edge functions that a behavior names, made ready to run. */

import { languageOf } from '#core/edge/languages.ts'
import { bare } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import type { AccountFacts } from '#core/model/account.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { isRef, isUnknown, type Json, known, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { CompiledFunction, FunctionEvent } from './compiled.ts'

const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The logical id that a field refers to, also within an expression. */
export function referredTo(value: unknown): string | undefined {
  if (isRef(value)) return value.ref
  if (isUnknown(value)) return value.refs?.[0]
  if (!isObject(value)) return undefined
  const ref = value['Ref']
  if (typeof ref === 'string') return ref
  const attribute = value['Fn::GetAtt']
  const [id] =
    typeof attribute === 'string' ? attribute.split('.') : Array.isArray(attribute) ? attribute : []
  return typeof id === 'string' ? id : undefined
}

const lastPart = (arn: string) => arn.split(/[:/]/).at(-1) ?? arn

export function keyValueStores(document: DesignDocument, account: AccountFacts, associations: unknown) {
  const stores: Record<string, Readonly<Record<string, string>>> = bare()
  const contents = account.keyValueStores ?? {}
  for (const association of Array.isArray(associations) ? associations : []) {
    const field = isObject(association) ? association['KeyValueStoreARN'] : undefined
    const id = referredTo(field)
    const resource = id === undefined ? undefined : document.resources[id]
    const name = resource?.type === 'KeyValueStore' ? known(resource.config.Name) : undefined
    const arn = typeof field === 'string' ? field : undefined
    // A store of this design gets its id when it is deployed, so any id that the code names may be meant.
    const anyId = arn === undefined ? '*' : undefined
    const names = [id, name, arn, arn && lastPart(arn), anyId].filter((text) => text !== undefined)
    const found = names.map((text) => contents[text]).find((content) => content !== undefined) ?? {}
    for (const text of names) stores[text] = found
  }
  return stores
}

const notHere = 'its code is not in this design'

/** Why a Lambda function cannot be run here, or null. */
function lambdaObstacle(runtime: Json | undefined, code: Json | undefined): string | null {
  const language = typeof runtime === 'string' ? languageOf(runtime) : 'nodejs'
  if (language === 'python' || language === 'other')
    return `it is written for ${said(runtime)}, which Frontage keeps and exports but does not run`
  return typeof code === 'string' ? null : notHere
}

/** A CloudFront function that a field names, whether the design holds it or not. */
export function cloudFrontFunction(
  document: DesignDocument,
  account: AccountFacts,
  field: unknown,
  path: Path,
): CompiledFunction {
  const id = referredTo(field)
  const resource = id === undefined ? undefined : document.resources[id]
  const config = resource?.type === 'Function' ? resource.config : undefined
  const settings = known(config?.FunctionConfig)
  return {
    type: 'cloudfront-function',
    name: known(config?.Name) ?? id ?? (typeof field === 'string' ? lastPart(field) : 'function'),
    code: known(config?.FunctionCode) ?? null,
    obstacle: known(config?.FunctionCode) === undefined ? notHere : null,
    language: known(settings?.Runtime) === 'cloudfront-js-1.0' ? 'cloudfront-js-1.0' : 'cloudfront-js-2.0',
    handler: 'handler',
    includeBody: false,
    timeoutMs: null,
    keyValueStores: keyValueStores(document, account, settings?.KeyValueStoreAssociations),
    path: config && id !== undefined ? ['resources', id, 'config'] : path,
  }
}

/** The Lambda function behind a version's ARN: `AWS::Lambda::Version`, or a function that publishes one itself. */
function lambdaBehind(
  document: DesignDocument,
  field: unknown,
): { id: string; config: Readonly<Record<string, Json>> } | undefined {
  let id = referredTo(field)
  for (let step = 0; id !== undefined && step < 4; step += 1) {
    const resource = document.resources[id]
    if (!resource || !isObject(resource.config)) return undefined
    if (resource.type === 'AWS::Lambda::Function' || resource.type === 'AWS::Serverless::Function')
      return { id, config: resource.config }
    const name: Json | undefined = resource.config['FunctionName']
    const next = referredTo(name)
    id =
      next ??
      Object.entries(document.resources).find(
        ([, other]) =>
          other.type === 'AWS::Lambda::Function' &&
          isObject(other.config) &&
          typeof name === 'string' &&
          other.config['FunctionName'] === name,
      )?.[0]
  }
  return undefined
}

/** A Lambda function that a field names by a version, whether the design holds it or not. */
export function lambdaFunction(
  document: DesignDocument,
  field: unknown,
  includeBody: boolean,
  path: Path,
): CompiledFunction {
  const found = lambdaBehind(document, field)
  const code = found?.config['Code']
  const inline = found?.config['InlineCode'] ?? (isObject(code) ? code['ZipFile'] : undefined)
  const handler = found?.config['Handler']
  const timeout = found?.config['Timeout']
  const name = found?.config['FunctionName']
  const obstacle = lambdaObstacle(found?.config['Runtime'], inline)
  return {
    type: 'lambda@edge',
    name:
      typeof name === 'string'
        ? name
        : (found?.id ?? (typeof field === 'string' ? lastPart(field.replace(/:\d+$/, '')) : 'function')),
    code: typeof inline === 'string' && obstacle === null ? inline : null,
    obstacle,
    language: 'nodejs',
    handler: typeof handler === 'string' ? (handler.split('.').at(-1) ?? 'handler') : 'handler',
    includeBody,
    timeoutMs: typeof timeout === 'number' ? timeout * 1000 : null,
    keyValueStores: {},
    path: found ? ['resources', found.id, 'config'] : path,
  }
}

/** A behavior's functions, by event. Where both kinds stand on one event, the CloudFront function is taken. */
export function compileFunctions(
  document: DesignDocument,
  account: AccountFacts,
  behavior: Behavior,
  path: Path,
): Partial<Record<FunctionEvent, CompiledFunction>> {
  const functions: Partial<Record<FunctionEvent, CompiledFunction>> = {}
  knownItems(behavior.LambdaFunctionAssociations).forEach((association, index) => {
    const event = known(association.EventType)
    if (event !== undefined)
      functions[event] = lambdaFunction(
        document,
        association.LambdaFunctionARN,
        known(association.IncludeBody) === true,
        [...path, 'LambdaFunctionAssociations', index],
      )
  })
  knownItems(behavior.FunctionAssociations).forEach((association, index) => {
    const event = known(association.EventType)
    if (event !== undefined)
      functions[event] = cloudFrontFunction(document, account, association.FunctionARN, [
        ...path,
        'FunctionAssociations',
        index,
      ])
  })
  return functions
}
