/** Behaviors, groups and whole distributions. */
import { addBehavior } from '#core/edits/behaviors.ts'
import { insertGroup } from '#core/edits/groups.ts'
import { addOriginGroup } from '#core/edits/origins.ts'
import { addDistribution, addStagingTwin } from '#core/edits/resources.ts'
import { valueAt } from '#core/model/path.ts'
import { configOf, type PaletteItem, sitePath } from './item.ts'

export const routingItems: readonly PaletteItem[] = [
  {
    id: 'behavior',
    label: 'Cache behavior',
    group: 'Routing',
    hint: 'settings for a path pattern',
    picture: 'behavior',
    insert(document, { owner, target }) {
      const [, , , list, index] = target ?? []
      const isTarget = list === 'Origins' || list === 'OriginGroups'
      // On a behavior, or on the connection that leads from it: one more that leads to the same place.
      const origin = target && valueAt(document, [...target, isTarget ? 'Id' : 'TargetOriginId'])
      const all = configOf(document, owner).CacheBehaviors?.length ?? 0
      const place =
        list === 'DefaultCacheBehavior' ? all : list === 'CacheBehaviors' ? Math.min(Number(index), all) : 0
      const path = [...sitePath(owner), 'CacheBehaviors', place]
      const known = typeof origin === 'string' ? origin : undefined
      const { edit } = addBehavior(document, owner, known, place)
      return { edit, path, focus: [...path, 'PathPattern'] }
    },
  },
  {
    id: 'group',
    label: 'Origin group',
    group: 'Routing',
    hint: 'failover from one origin to another',
    picture: 'group',
    insert(document, { owner, target }) {
      const origin = target && valueAt(document, [...target, 'TargetOriginId'])
      const inserted =
        typeof origin === 'string' ? insertGroup(document, owner, target ?? [], origin) : undefined
      return (
        inserted ?? {
          edit: addOriginGroup(document, owner).edit,
          path: [...sitePath(owner), 'OriginGroups', configOf(document, owner).OriginGroups?.length ?? 0],
        }
      )
    },
  },
  {
    id: 'distribution',
    label: 'Distribution',
    group: 'Routing',
    hint: 'another one in this design',
    picture: 'distribution',
    insert(document) {
      const added = addDistribution(document)
      return { edit: added.edit, path: sitePath(added.id) }
    },
  },
  {
    id: 'staging',
    label: 'Staging distribution',
    group: 'Routing',
    hint: 'a twin that takes part of the traffic',
    picture: 'staging',
    insert(document, { owner }) {
      const added = addStagingTwin(document, owner)
      return { edit: added.edit, path: sitePath(added.id) }
    },
  },
]
