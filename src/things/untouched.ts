/** The origin that a new design begins with, and that gives way to the first that somebody adds. */
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { sampleHost } from '#core/origins/kind/samples.ts'

/** The only origin of a distribution, as long as nobody has given it a name or a host. */
export function untouchedOrigin(document: DesignDocument, owner: LogicalId): Path | undefined {
  const site = distributionsIn(document).find(({ id }) => id === owner)
  const [first, ...others] = site ? originsOf(site) : []
  const isUntouched = first?.value.DomainName === sampleHost && first.value.Id === 'origin'
  return isUntouched && others.length === 0 ? first.path : undefined
}
