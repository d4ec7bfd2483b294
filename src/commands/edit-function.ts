/** From a function to where its code is written and run. */
import type { LogicalId } from '#core/model/document.ts'
import { writeFunction } from '#state/functions.ts'
import { select, showPanel } from '#state/session.ts'

export function editFunction(id: LogicalId): void {
  writeFunction(id)
  select(['resources', id, 'config'])
  showPanel('functions')
}
