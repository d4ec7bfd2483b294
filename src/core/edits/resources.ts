/** Edits that add or remove whole resources of a design. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Resource } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { freeName } from './origins.ts'

/** Adds a resource under a free logical id. */
export function addResource(
  document: DesignDocument,
  wanted: LogicalId,
  resource: Resource,
): { edit: Edit; id: LogicalId } {
  const id = freeName(wanted, Object.keys(document.resources)).replaceAll('-', '')
  return { id, edit: setAt(['resources', id], resource, `Add ${resource.type} “${id}”`) }
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

/** Where a person has put a node. */
export const placeNode = (node: string, position: { x: number; y: number } | undefined): Edit => ({
  label: position ? 'Move node' : 'Tidy up',
  mergeKey: `place ${node}`,
  apply: (draft) => {
    if (position) draft.layout[node] = position
    else delete draft.layout[node]
  },
})
