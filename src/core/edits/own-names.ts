/** What resources are called at CloudFront: a name is given once among those of a type. */
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { isUnknown, type Unknown } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { freeExpression } from './name-expressions.ts'
import { freeName } from './names.ts'

type Name = string | Unknown

/** The name of a resource at CloudFront, where it is text or put together by the deployment. */
function ownName(config: unknown): Name | undefined {
  const name = typeof config === 'object' && config !== null && 'Name' in config ? config.Name : undefined
  return typeof name === 'string' || isUnknown(name) ? name : undefined
}

/** The names at CloudFront that resources of each type have; no two may have the same. */
export function ownNames(document: DesignDocument): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { type, config } of Object.values(document.resources)) {
    const name = ownName(config)
    if (name !== undefined) names.set(type, [...(names.get(type) ?? []), nameOf(name)])
  }
  return names
}

/** The settings of a resource with a name that no other of its type has; it is one of the names afterwards. */
export function withFreeName({ type, config }: Resource, names: Map<string, string[]>): unknown {
  const name = ownName(config)
  if (name === undefined) return config
  const taken = names.get(type) ?? []
  const Name = typeof name === 'string' ? freeName(name, taken) : freeExpression(name, taken)
  names.set(type, [...taken, nameOf(Name)])
  return { ...(config as object), Name }
}
