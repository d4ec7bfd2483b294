/** The keys that a behavior's signed URLs and cookies may be signed with. */
import type { AccountFacts } from '#core/model/account.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { type Expression, isRef, known, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { SigningKey, SigningSettings } from './compiled.ts'

/** What the account says of a key that a group names: by its id, by its name in the design, or by its expression. */
const givenKey = (account: AccountFacts, member: string | Expression | undefined) =>
  account.publicKeys?.find(({ logicalId, Id }) => Id === member || logicalId === nameOf(member))

/** The key of a group's member with its id as URLs carry it; the logical id stands in where the account gives none. */
function signingKey(
  document: DesignDocument,
  account: AccountFacts,
  member: string | Expression | undefined,
): SigningKey | undefined {
  const given = givenKey(account, member)
  const logicalId = isRef(member) ? member.ref : given?.logicalId
  const resource = logicalId === undefined ? undefined : document.resources[logicalId]
  const pem =
    given?.EncodedKey ?? (resource?.type === 'PublicKey' ? known(resource.config.EncodedKey) : undefined)
  const id = given?.Id ?? logicalId
  return pem === undefined || id === undefined ? undefined : { id, pem }
}

/**
 * Null where the behavior takes unsigned requests.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html
 */
export function compileSigning(
  document: DesignDocument,
  account: AccountFacts,
  behavior: Behavior,
  path: Path,
): SigningSettings | null {
  const groups = known(behavior.TrustedKeyGroups)
  const signers = known(behavior.TrustedSigners)
  const groupItems = groups?.Items ?? []
  const signerItems = signers?.Items ?? []
  const usesGroups = groups !== undefined && known(groups.Enabled) !== false && groupItems.length > 0
  const usesSigners = signers !== undefined && known(signers.Enabled) !== false && signerItems.length > 0
  if (!usesGroups && !usesSigners) return null
  const keys: SigningKey[] = []
  let unknownKeys = usesSigners
  for (const item of usesGroups ? groupItems : []) {
    const group = isRef(item) ? document.resources[item.ref] : undefined
    if (group?.type !== 'KeyGroup') {
      unknownKeys = true
      continue
    }
    for (const member of group.config.Items ?? []) {
      const key = signingKey(document, account, member)
      if (key) keys.push(key)
      else unknownKeys = true
    }
    if (knownItems(group.config.Items).length < (group.config.Items?.length ?? 0) && keys.length === 0)
      unknownKeys = true
  }
  return { keys, unknownKeys, path: [...path, usesGroups ? 'TrustedKeyGroups' : 'TrustedSigners'] }
}
