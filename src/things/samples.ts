/** Origins of which nobody has written yet where they are. */
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { isSampleHost } from '#core/origins/kind/samples.ts'

export interface SampleOrigin {
  readonly path: Path
  readonly name: string
}

export const sampleOrigins = (document: DesignDocument): readonly SampleOrigin[] =>
  distributionsIn(document).flatMap((site) =>
    originsOf(site).flatMap(({ value, path }) =>
      isSampleHost(value.DomainName) ? [{ path, name: nameOf(value.Id) }] : [],
    ),
  )
