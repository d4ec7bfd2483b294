/** Where a decision holds. What was planned for one account means nothing in another, however alike their names are. */

export interface Scope {
  /** The API that is asked, as an origin. */
  readonly endpoint: string
  /** Twelve digits; null where the endpoint does not tell, as some emulators do not. */
  readonly account: string | null
  /** `aws`, `aws-cn`; null where the account is not known. */
  readonly partition: string | null
}

/** What stands for an account of which the endpoint tells nothing. */
export const unknownAccount = 'unknown'

export const isSameScope = (a: Scope, b: Scope): boolean =>
  a.endpoint === b.endpoint && a.account === b.account && a.partition === b.partition

/** An account as a sentence names it. */
export const scopeText = ({ account, endpoint }: Scope): string =>
  account === null ? `an unknown account at ${endpoint}` : `the account ${account} at ${endpoint}`

/** True for a value that was read from a file and claims to be a scope. */
export function isScope(value: unknown): value is Scope {
  if (typeof value !== 'object' || value === null) return false
  const { endpoint, account, partition } = value as Partial<Scope>
  const isTextOrNull = (one: unknown) => one === null || typeof one === 'string'
  return typeof endpoint === 'string' && isTextOrNull(account) && isTextOrNull(partition)
}
