/** How a primary distribution, its continuous deployment policy and the staging distribution hang together. */
import { distributionsIn, type PlacedResource } from '#core/model/distribution.ts'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import type { PlacedDistribution } from './walk.ts'

export type PlacedPolicy = PlacedResource<'ContinuousDeploymentPolicy'>

/** Whether a distribution is sure to have a policy: an id, or a reference to one. */
export const hasPolicy = ({ ContinuousDeploymentPolicyId: id }: DistributionConfig): boolean =>
  isRef(id) || (known(id) ?? '') !== ''

/** The staging distribution that a policy names by reference; undefined where it is not of this design. */
export function stagingOf(
  document: DesignDocument,
  { config }: PlacedPolicy,
): PlacedDistribution | undefined {
  const [name] = config.StagingDistributionDnsNames ?? []
  return isRef(name) ? distributionsIn(document).find(({ id }) => id === name.ref) : undefined
}

/** The distributions that a policy of the design is attached to. */
export const primariesOf = (document: DesignDocument, policy: PlacedPolicy): PlacedDistribution[] =>
  distributionsIn(document).filter(({ config }) => {
    const { ContinuousDeploymentPolicyId: id } = config
    return isRef(id) && id.ref === policy.id
  })
