/** Every way in from outside. What is tried on one is tried on all: a new one is a line here. */
import { accountDoors } from './account.ts'
import type { Door } from './door.ts'
import { logDoors } from './logs.ts'
import { messageDoors } from './messages.ts'
import { pageDoors } from './page.ts'
import { requestDoors } from './requests.ts'
import { sourceDoors } from './sources.ts'

export const doors: readonly Door[] = [
  ...sourceDoors,
  ...requestDoors,
  ...logDoors,
  ...accountDoors,
  ...pageDoors,
  ...messageDoors,
]
