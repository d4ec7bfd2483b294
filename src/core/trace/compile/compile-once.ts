/** `compile`, remembered: a suite runs many scenarios on one state of a design. */
import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { compile } from './compile.ts'
import type { CompiledDistribution } from './compiled.ts'

type ById = Map<LogicalId, CompiledDistribution>
const compiled = new WeakMap<DesignDocument['resources'], WeakMap<AccountFacts, ById>>()
const noFacts: AccountFacts = {}

/** The same distribution for the same state of the resources and the same facts; throws as `compile` does. */
export function compileOnce(
  document: DesignDocument,
  id: LogicalId,
  account: AccountFacts = noFacts,
): CompiledDistribution {
  const byAccount = compiled.get(document.resources) ?? new WeakMap<AccountFacts, ById>()
  compiled.set(document.resources, byAccount)
  const byId: ById = byAccount.get(account) ?? new Map()
  byAccount.set(account, byId)
  const known = byId.get(id)
  if (known) return known
  const made = compile(document, id, account)
  byId.set(id, made)
  return made
}
