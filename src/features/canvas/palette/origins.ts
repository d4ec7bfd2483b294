/** Origins by what they are, each with the settings that its kind of server needs. */
import { addOrigin, replaceOrigin } from '#core/edits/origins.ts'
import { addResource } from '#core/edits/resources.ts'
import type { DesignDocument, Origin } from '#core/model/document.ts'
import { combine, type Edit } from '#core/model/edit.ts'
import { type OriginKind, originKinds } from '#core/origins/index.ts'
import type { OriginPreset } from '#core/origins/kind/kind.ts'
import { samplePrivateHost } from '#core/origins/kind/samples.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { accessControl } from '#core/resources/origin-access-control.ts'
import { configOf, type PaletteItem, sitePath } from './item.ts'

const placed = (document: Parameters<PaletteItem['insert']>[0], owner: string) => {
  const path = [...sitePath(owner), 'Origins', configOf(document, owner).Origins?.length ?? 0]
  return { path, focus: [...path, 'DomainName'] }
}

/** An origin, and the resources that come with it. */
interface Made {
  readonly before: readonly Edit[]
  readonly origin: Partial<Origin>
}

/** An item that adds an origin, or puts one in the place of another. */
const originItem = (
  head: Pick<PaletteItem, 'id' | 'label' | 'hint' | 'picture'>,
  make: (document: DesignDocument) => Made,
): PaletteItem => ({
  ...head,
  group: 'Origins',
  insert(document, { owner }) {
    const { before, origin } = make(document)
    const { edit } = addOrigin(document, owner, origin)
    const whole = before.length === 0 ? edit : combine(`Add ${head.label}`, [...before, edit])
    return { edit: whole, ...placed(document, owner) }
  },
  replace(document, owner, path) {
    const { before, origin } = make(document)
    const edit = replaceOrigin(document, owner, path, origin, head.label)
    return { edit: combine(edit.label, [...before, edit]), path, focus: [...path, 'DomainName'] }
  },
})

/** An origin, with the access control that lets CloudFront alone read it where the preset has one. */
const presetItem = ({ id, label, picture, signing }: OriginKind, preset: OriginPreset): PaletteItem =>
  originItem({ id, label, hint: preset.hint, picture }, (document) => {
    const { origin, access: name } = preset
    if (name === null || signing === null) return { before: [], origin }
    const access = addResource(document, name, accessControl(signing))
    return { before: [access.edit], origin: { ...origin, OriginAccessControlId: { ref: access.id } } }
  })

/** A VPC origin is a resource of its own that the origin refers to. */
const privateServer = originItem(
  {
    id: 'vpc',
    label: 'VPC origin',
    hint: 'in a private subnet',
    picture: resourceKinds.VpcOrigin.picture,
  },
  (document) => {
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
    const origin = {
      Id: 'private',
      DomainName: samplePrivateHost,
      VpcOriginConfig: { VpcOriginId: { ref: endpoint.id } },
    }
    return { before: [endpoint.edit], origin }
  },
)

export const originItems: readonly PaletteItem[] = [
  ...originKinds.flatMap((kind) => (kind.preset ? [presetItem(kind, kind.preset)] : [])),
  privateServer,
]
