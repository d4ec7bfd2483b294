/** Edits that add or remove whole resources of a design. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Place, Resource } from '#core/model/document.ts'
import { combine, type Edit, setAt } from '#core/model/edit.ts'
import { freeName } from './names.ts'
import { ownNames, withFreeName } from './own-names.ts'

/** Adds a resource under a free logical id, and with a name of its own. */
export function addResource(
  document: DesignDocument,
  wanted: LogicalId,
  resource: Resource,
): { edit: Edit; id: LogicalId } {
  const id = freeName(wanted, Object.keys(document.resources)).replaceAll('-', '')
  const config = withFreeName(resource, ownNames(document))
  return { id, edit: setAt(['resources', id], { ...resource, config }, `Add ${resource.type} “${id}”`) }
}

/** Removes a resource and everything dragged of it. */
export const removeResource = (id: LogicalId): Edit => ({
  label: `Remove “${id}”`,
  apply: (draft) => {
    delete draft.resources[id]
    for (const node of Object.keys(draft.layout)) if (node.startsWith(`${id}/`)) delete draft.layout[node]
  },
})

/** A new distribution with one origin, as a start for drawing. */
export function addDistribution(document: DesignDocument): { edit: Edit; id: LogicalId } {
  const id = distributionsIn(document).length === 0 ? 'Distribution' : 'SecondDistribution'
  return addResource(document, id, {
    type: 'Distribution',
    config: {
      Enabled: true,
      Comment: '',
      HttpVersion: 'http2and3',
      IsIPV6Enabled: true,
      PriceClass: 'PriceClass_All',
      Origins: [
        {
          key: 'origin',
          Id: 'origin',
          DomainName: 'origin.example.com',
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'https-only',
            OriginSslProtocols: ['TLSv1.2'],
          },
        },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'origin',
        ViewerProtocolPolicy: 'redirect-to-https',
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        Compress: true,
      },
    },
  })
}

/**
 * A staging twin of a distribution, and the continuous deployment policy that sends a part of the traffic there.
 * The twin has no alternate domain names: viewers reach it by the primary's.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment.html
 */
export function addStagingTwin(document: DesignDocument, owner: LogicalId): { edit: Edit; id: LogicalId } {
  const primary = distributionsIn(document).find(({ id }) => id === owner)
  const { Aliases: _, ContinuousDeploymentPolicyId: __, ...config } = primary?.config ?? {}
  const twin = addResource(document, `${owner}Staging`, {
    type: 'Distribution',
    config: { ...config, Staging: true },
  })
  const policy = addResource(document, 'StagingTraffic', {
    type: 'ContinuousDeploymentPolicy',
    config: {
      Enabled: true,
      StagingDistributionDnsNames: [{ ref: twin.id, attribute: 'DomainName' }],
      TrafficConfig: { Type: 'SingleWeight', SingleWeightConfig: { Weight: 0.05 } },
    },
  })
  const use = setAt(['resources', owner, 'config', 'ContinuousDeploymentPolicyId'], { ref: policy.id })
  return {
    id: twin.id,
    edit: combine(`Add staging distribution “${twin.id}”`, [twin.edit, policy.edit, use]),
  }
}

/** Where a person has put a node. */
export const placeNode = (node: string, position: Omit<Place, 'pinned'>): Edit => ({
  label: 'Move node',
  mergeKey: `place ${node}`,
  apply: (draft) => {
    draft.layout[node] = { ...position, ...(draft.layout[node]?.pinned && { pinned: true }) }
  },
})

/** Keeps a node where it stands when the drawing is tidied up, or no longer. */
export const pinNode = (node: string, position: Omit<Place, 'pinned'>, isPinned: boolean): Edit => ({
  label: isPinned ? 'Pin where it stands' : 'Unpin',
  apply: (draft) => {
    draft.layout[node] = isPinned ? { ...position, pinned: true } : { ...position }
  },
})

/** Everything back to its column but for what is pinned. */
export const tidyUp: Edit = {
  label: 'Tidy up',
  apply: (draft) => {
    draft.layout = Object.fromEntries(Object.entries(draft.layout).filter(([, { pinned }]) => pinned))
  },
}
