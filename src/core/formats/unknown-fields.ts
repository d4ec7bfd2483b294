import type { ResourceType } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { unknownPaths } from '#core/resources/walk/unknown.ts'
import type { ImportNote } from './format.ts'

/** A note for every field of a config that the API is not known to have. */
export const unknownFieldNotes = (type: ResourceType, config: unknown, path: Path): ImportNote[] =>
  unknownPaths(type, config, path).map((place) => ({
    rule: 'import/unknown-property',
    severity: 'info',
    message: `“${String(place.at(-1))}” is not a property that CloudFront is known to have here; it is kept and exported again as it is.`,
    path: place,
  }))
