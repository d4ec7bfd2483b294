/** Every tutorial, one file each. */
import { firstSteps } from '#core/gallery/first-steps.ts'
import type { Tutorial } from '#core/gallery/tutorial.ts'
import { whenARegionFails } from './failover.ts'
import { keyOrForwarded } from './graphql-persisted.ts'
import { fewCopies } from './image-resizing.ts'
import { howLongAStreamIsKept } from './live-video.ts'
import { oneForAll } from './multi-tenant.ts'
import { whyA403 } from './oai-to-oac.ts'
import { aDoorBeforeTheCache } from './office-only.ts'
import { aSiteForEachCountry } from './per-country.ts'
import { headersOnEveryAnswer } from './security-headers.ts'
import { signedUrls } from './signed-video.ts'
import { pagesForRoutes } from './spa-with-api.ts'
import { tryItFirst } from './staging-rollout.ts'
import { aFunctionThatRewrites } from './static-site.ts'
import { askedAtTheGate } from './third-party-geolocation.ts'
import { whenItIsSeen } from './versioned-names.ts'
import { whichBehavior } from './websocket-chat.ts'
import { whyAMiss } from './wordpress.ts'

export const tutorials: readonly Tutorial[] = [
  whenARegionFails,
  keyOrForwarded,
  fewCopies,
  howLongAStreamIsKept,
  oneForAll,
  whyA403,
  aDoorBeforeTheCache,
  aSiteForEachCountry,
  headersOnEveryAnswer,
  signedUrls,
  pagesForRoutes,
  tryItFirst,
  aFunctionThatRewrites,
  askedAtTheGate,
  whenItIsSeen,
  whichBehavior,
  whyAMiss,
]

export const tutorialOf = (example: string): Tutorial | undefined =>
  [firstSteps, ...tutorials].find((tutorial) => tutorial.example === example)
