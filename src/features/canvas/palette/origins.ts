/** Origins by what they are, each with the settings that its kind of server needs. */
import { addOrigin } from '#core/edits/origins.ts'
import { addResource } from '#core/edits/resources.ts'
import { combine } from '#core/model/edit.ts'
import { type OriginKind, originKinds } from '#core/origins/index.ts'
import type { OriginPreset } from '#core/origins/kind/kind.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { accessControl } from '#core/resources/origin-access-control.ts'
import { configOf, type PaletteItem, sitePath } from './item.ts'

const placed = (document: Parameters<PaletteItem['insert']>[0], owner: string) => {
  const path = [...sitePath(owner), 'Origins', configOf(document, owner).Origins?.length ?? 0]
  return { path, focus: [...path, 'DomainName'] }
}

/** An origin, with the access control that lets CloudFront alone read it where the preset has one. */
function presetItem({ id, label, picture, signing }: OriginKind, preset: OriginPreset): PaletteItem {
  const { hint, origin, access: name } = preset
  return {
    id,
    label,
    group: 'Origins',
    hint,
    picture,
    insert(document, { owner }) {
      const place = placed(document, owner)
      if (name === null || signing === null)
        return { edit: addOrigin(document, owner, origin).edit, ...place }
      const access = addResource(document, name, accessControl(signing))
      const added = addOrigin(document, owner, { ...origin, OriginAccessControlId: { ref: access.id } })
      return { edit: combine(`Add ${label}`, [access.edit, added.edit]), ...place }
    },
  }
}

/** A VPC origin is a resource of its own that the origin refers to. */
const privateServer: PaletteItem = {
  id: 'vpc',
  label: 'VPC origin',
  group: 'Origins',
  hint: 'in a private subnet',
  picture: resourceKinds.VpcOrigin.picture,
  insert(document, { owner }) {
    const endpoint = addResource(document, 'PrivateServer', {
      type: 'VpcOrigin',
      config: {
        Name: 'private-server',
        Arn: '',
        HTTPPort: 80,
        HTTPSPort: 443,
        OriginProtocolPolicy: 'https-only',
        OriginSslProtocols: ['TLSv1.2'],
      },
    })
    const added = addOrigin(document, owner, {
      Id: 'private',
      DomainName: 'internal.example.com',
      VpcOriginConfig: { VpcOriginId: { ref: endpoint.id } },
    })
    return { edit: combine('Add VPC origin', [endpoint.edit, added.edit]), ...placed(document, owner) }
  },
}

export const originItems: readonly PaletteItem[] = [
  ...originKinds.flatMap((kind) => (kind.preset ? [presetItem(kind, kind.preset)] : [])),
  privateServer,
]
