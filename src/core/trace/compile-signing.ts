/** The keys that a behavior's signed URLs and cookies may be signed with. */
import type { AccountFacts } from '#core/model/account.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { isRef, known, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { SigningKey, SigningSettings } from './compiled.ts'

/** A public key's id as URLs carry it: given by the account, else the logical id stands in. */
function signingKey(
  document: DesignDocument,
  account: AccountFacts,
  logicalId: string,
): SigningKey | undefined {
  const resource = document.resources[logicalId]
  if (resource?.type !== 'PublicKey') return undefined
  const given = account.publicKeys?.find((key) => key.logicalId === logicalId)
  const pem = given?.EncodedKey ?? known(resource.config.EncodedKey)
  return pem === undefined ? undefined : { id: given?.Id ?? logicalId, pem }
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
      const byId =
        typeof member === 'string'
          ? account.publicKeys?.find(({ Id }) => Id === member)?.logicalId
          : undefined
      const logicalId = isRef(member) ? member.ref : byId
      const key = logicalId === undefined ? undefined : signingKey(document, account, logicalId)
      if (key) keys.push(key)
      else unknownKeys = true
    }
    if (knownItems(group.config.Items).length < (group.config.Items?.length ?? 0) && keys.length === 0)
      unknownKeys = true
  }
  return { keys, unknownKeys, path: [...path, usesGroups ? 'TrustedKeyGroups' : 'TrustedSigners'] }
}
