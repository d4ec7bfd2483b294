/** One thing that can be added to a design. */

import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, DistributionConfig, LogicalId } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import type { Place } from '#core/resources/kind/kind.ts'
import type { GlyphName } from '#ui/Glyph.tsx'

export type PaletteGroup =
  | 'Origins'
  | 'Routing'
  | 'Policies'
  | 'Functions and access'
  | 'Distribution settings'
  | 'Alarms and metrics'
  | 'Managed by AWS'

export interface Where {
  readonly owner: LogicalId
  /** The thing that the item was dropped on, or the selected one where the item goes on its kind. */
  readonly target?: Path
}

export interface Added {
  readonly edit: Edit
  /** The thing that is selected afterwards. */
  readonly path: Path
  /** The field that a person most likely wants to fill in first. */
  readonly focus?: Path
}

export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly group: PaletteGroup
  readonly hint: string
  readonly picture: GlyphName
  /** Where it can be dropped to be put on that thing; elsewhere it goes to the distribution or stands alone. */
  readonly on?: Place
  readonly insert: (document: DesignDocument, where: Where) => Added
  /** What a drop on an origin does, where the item takes its place. */
  readonly replace?: (document: DesignDocument, owner: LogicalId, origin: Path) => Added
}

export const configOf = (document: DesignDocument, owner: LogicalId): DistributionConfig =>
  distributionsIn(document).find(({ id }) => id === owner)?.config ?? {}

export const sitePath = (owner: LogicalId): Path => ['resources', owner, 'config']
