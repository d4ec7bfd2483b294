/** The kinds of neighbors. A new one is a file beside this one and its line here. */
import { api } from './api.ts'
import { bucket } from './bucket.ts'
import { certificate } from './certificate.ts'
import { guard } from './guard.ts'
import { key } from './key.ts'
import type { NeighborKind } from './kind/kind.ts'
import type { TerraformForm } from './kind/terraform.ts'
import { lambdaFunction } from './lambda-function.ts'
import { loadBalancer } from './load-balancer.ts'
import { logs } from './logs.ts'
import { media } from './media.ts'
import { securityGroup } from './security-group.ts'
import { server } from './server.ts'
import { targetGroup } from './target-group.ts'
import { zone } from './zone.ts'

export const neighborKinds: readonly NeighborKind[] = [
  bucket,
  loadBalancer,
  targetGroup,
  securityGroup,
  server,
  api,
  lambdaFunction,
  media,
  zone,
  certificate,
  guard,
  key,
  logs,
]

const kindByType = new Map(neighborKinds.flatMap((kind) => kind.types.map((type) => [type, kind] as const)))

/** The kind of a resource that stands for itself. */
export const neighborKindOf = (type: string): NeighborKind | undefined => kindByType.get(type)

/** The property by which a type says whose part it is; undefined where it is none of that type. */
export const ownerField = (type: string, owner: string): string | undefined =>
  neighborKindOf(owner)?.parts[type]

const forms = new Map(neighborKinds.flatMap(({ terraform }) => Object.entries(terraform)))

/** How a type of Terraform is read; undefined for one that is no neighbor's. */
export const terraformFormOf = (type: string): TerraformForm | undefined => forms.get(type)
