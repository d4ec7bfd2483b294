import { distributionsIn } from '#core/model/distribution.ts'
import type { CacheBehavior, DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Edit, insertAt, moveItem, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { freeKey, freePattern } from './names.ts'

const listOf = (owner: LogicalId): Path => ['resources', owner, 'config', 'CacheBehaviors']
const configOf = (document: DesignDocument, owner: LogicalId) =>
  distributionsIn(document).find(({ id }) => id === owner)?.config ?? {}

/** Adds a behavior before the one at `before`, or before all others, with the default's target where none is given. */
export function addBehavior(
  document: DesignDocument,
  owner: LogicalId,
  target?: string,
  before = 0,
): { edit: Edit; key: string } {
  const config = configOf(document, owner)
  const fallback = known(config.DefaultCacheBehavior)
  const patterns = (config.CacheBehaviors ?? []).flatMap((one) =>
    'PathPattern' in one ? [known(one.PathPattern) ?? ''] : [],
  )
  const PathPattern = freePattern('/path/*', patterns)
  const behavior: CacheBehavior = {
    key: freeKey(PathPattern, config.CacheBehaviors),
    PathPattern,
    TargetOriginId: target ?? fallback?.TargetOriginId ?? '',
    ViewerProtocolPolicy: 'redirect-to-https',
    CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    Compress: true,
  }
  return {
    key: behavior.key,
    edit: insertAt(listOf(owner), before, behavior, `Add behavior “${behavior.PathPattern}”`),
  }
}

/** Moves a behavior up (-1) or down (1) in precedence; undefined where it cannot go further. */
export function moveBehavior(
  document: DesignDocument,
  owner: LogicalId,
  from: number,
  to: number,
): Edit | undefined {
  const behaviors = configOf(document, owner).CacheBehaviors ?? []
  const moved = behaviors[from]
  if (!moved || to < 0 || to >= behaviors.length || from === to) return undefined
  const name = 'PathPattern' in moved ? known(moved.PathPattern) : undefined
  return moveItem(listOf(owner), from, to, `Move “${name ?? 'behavior'}” to position ${to + 1}`)
}

/** What connecting a behavior with an origin or group means. */
export const targetOrigin = (behavior: Path, target: string): Edit => ({
  ...setAt([...behavior, 'TargetOriginId'], target, `Target “${target}”`),
  mergeKey: `target ${behavior.join('/')} ${target}`,
})
