/** Terraform's functions that need nothing but their arguments (https://developer.hashicorp.com/terraform/language/functions). */
import { isExpression } from '#core/model/field.ts'
import { collectionFunctions } from './collection-functions.ts'
import { numberFunctions } from './number-functions.ts'
import type { TerraformFunction } from './terraform-function.ts'
import { textFunctions } from './text-functions.ts'
import { isPlain, type Value } from './value.ts'

export const functions: Readonly<Record<string, TerraformFunction>> = {
  ...textFunctions,
  ...collectionFunctions,
  ...numberFunctions,
}

/** Functions that look at their arguments one after the other, and at what Terraform would refuse in them. */
type Attempt = () => { readonly value: Value; readonly refused: boolean; readonly unsure: boolean }

export const holdsUnknown = (value: Value): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return isExpression(value) ? 'unknown' in value : Object.values(value).some(holdsUnknown)
}

function attempted(attempts: readonly Attempt[]): Value | undefined {
  for (const attempt of attempts) {
    const { value, refused, unsure } = attempt()
    // What a run decides inside of it may be what Terraform refuses then, or does not.
    if (unsure || (isExpression(value) && 'unknown' in value && !refused)) return undefined
    if (!refused) return value
  }
  return undefined
}

function canBe([attempt]: readonly Attempt[]): Value | undefined {
  const found = attempt?.()
  if (!found || found.unsure) return undefined
  if (found.refused) return false
  return isPlain(found.value) ? true : undefined
}

function coalesce(attempts: readonly Attempt[]): Value | undefined {
  for (const attempt of attempts) {
    const { value } = attempt()
    if (isExpression(value)) return 'unknown' in value ? undefined : value
    if (value !== null && value !== '') return value
  }
  return undefined
}

export const lazyFunctions: Readonly<Record<string, (attempts: readonly Attempt[]) => Value | undefined>> = {
  try: attempted,
  can: canBe,
  coalesce,
}
