/** The contents of key value stores, which an account or a scenario tells. */
import type { AccountFacts } from '#core/model/account.ts'
import { known } from '#core/model/field.ts'

/** Keys and values of a store, by its logical id or its name. */
export function storeData(
  account: AccountFacts | undefined,
  id: string,
  field: unknown,
): readonly (readonly [string, string])[] {
  const name = known(field)
  const stores = account?.keyValueStores
  return Object.entries(stores?.[id] ?? (typeof name === 'string' ? stores?.[name] : undefined) ?? {})
}

export const bytesIn = (text: string): number => new TextEncoder().encode(text).length
