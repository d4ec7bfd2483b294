/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-authentication.html */
import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { keyValueStores, referredTo } from './compile-function.ts'
import type { CompiledConnectionFunction, CompiledMtls } from './compiled.ts'

function connectionFunction(
  document: DesignDocument,
  account: AccountFacts,
  config: DistributionConfig,
  path: Path,
): CompiledConnectionFunction | null {
  const field = known(config.ConnectionFunctionAssociation)?.Id
  if (field === undefined || field === '') return null
  const id = referredTo(field)
  const resource = id === undefined ? undefined : document.resources[id]
  const found = resource?.type === 'ConnectionFunction' ? resource.config : undefined
  const code: unknown = known(found?.ConnectionFunctionCode)
  const settings = known(found?.ConnectionFunctionConfig)
  return {
    name: known(found?.Name) ?? id ?? 'connection function',
    code: typeof code === 'string' ? code : null,
    keyValueStores: keyValueStores(document, account, settings?.KeyValueStoreAssociations),
    path:
      found && id !== undefined ? ['resources', id, 'config'] : [...path, 'ConnectionFunctionAssociation'],
  }
}

/** Mutual TLS with viewers, or null where the distribution asks for no certificate. */
export function compileMtls(
  document: DesignDocument,
  account: AccountFacts,
  config: DistributionConfig,
  path: Path,
): CompiledMtls | null {
  const mtls = known(config.ViewerMtlsConfig)
  if (!mtls) return null
  const mode = known(mtls.Mode)
  const store = known(mtls.TrustStoreConfig)
  const storeId = store?.TrustStoreId
  return {
    mode: mode === 'optional' || mode === 'passthrough' ? mode : 'required',
    ignoresExpiry: known(store?.IgnoreCertificateExpiry) === true,
    trustStore: isRef(storeId) ? storeId.ref : (known(storeId) ?? null),
    connectionFunction: connectionFunction(document, account, config, path),
    path: [...path, 'ViewerMtlsConfig'],
  }
}
