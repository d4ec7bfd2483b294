import { freeInvalidationPaths, invalidationPaths } from '#core/money/prices.ts'
import { itemOf, type Meter } from './meter.ts'

/** The free paths are the account's, and no part of the free tier that `hasFreeTier` is about. */
export const invalidations: Meter = {
  id: 'invalidations',
  what: 'Invalidation paths',
  items: ({ usage }) =>
    itemOf(
      {
        id: 'invalidations',
        what: 'Invalidation paths',
        quantity: usage.invalidationPaths,
        free: freeInvalidationPaths,
        factor: usage.factor,
      },
      invalidationPaths,
    ),
}
