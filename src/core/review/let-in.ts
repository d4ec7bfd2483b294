/**
 * A design as a viewer with a good signature meets it: what lies behind the signature cannot be shown otherwise, since
 * nobody but the signer has the private key.
 */
import type { Behavior, DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { type Side, sideOf } from './side.ts'

const open = <T extends Behavior>({ TrustedKeyGroups: _, TrustedSigners: __, ...behavior }: T) => behavior

function opened(config: DistributionConfig): DistributionConfig {
  const { CacheBehaviors, DefaultCacheBehavior } = config
  return {
    ...config,
    ...(CacheBehaviors && {
      CacheBehaviors: CacheBehaviors.map((one) => (isExpression(one) ? one : open(one))),
    }),
    ...(DefaultCacheBehavior &&
      !isExpression(DefaultCacheBehavior) && { DefaultCacheBehavior: open(DefaultCacheBehavior) }),
  }
}

/** The same side without the question for a signature. */
export function letIn({ document, id, config }: Side): Side {
  const resource = document.resources[id]
  if (resource?.type !== 'Distribution') throw new Error(`The design holds no distribution “${id}”.`)
  const changed: DesignDocument = {
    ...document,
    resources: { ...document.resources, [id]: { ...resource, config: opened(config) } },
  }
  return sideOf(changed, id)
}
