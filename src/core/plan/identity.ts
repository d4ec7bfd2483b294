/** Whose account a plan is for, and with what it is signed; nothing here signs anything. */
export type CredentialSource = 'machine' | 'profile' | 'pasted'

export interface Identity {
  /** The API that is asked. */
  readonly endpoint: string
  readonly source: CredentialSource
  readonly profile?: string
  /** The profiles of the machine's AWS configuration, by name. */
  readonly profiles: readonly string[]
  readonly account?: string
  readonly partition?: string
  readonly arn?: string
  /** Why the account is not known. */
  readonly message?: string
}
