/** One text that is open in the editor: read and checked once for each version that stands long enough. */

import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Found, findingsIn } from '#cli/diagnostics.ts'
import type { OpenedSource } from '#cli/source.ts'
import type { RecognizedDesign } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { ProfileName } from '#core/rules/harness/profile.ts'
import type { Project } from '#core/rules/harness/project.ts'
import { type PlacedPath, placesOf, type Reading, readingOf } from './reading.ts'

export interface Opened {
  readonly file: string
  readonly version: number
  readonly lines: readonly string[]
  readonly reading: Reading
  /** The design of the last version that could be read: what is being typed right now often cannot. */
  readonly lastGood: RecognizedDesign | undefined
  /** Its text. */
  readonly goodText: string
}

/** Reads a version; `before` is the one that it replaces. */
export function opened(text: TextDocument, file: string, before: Opened | undefined): Opened {
  const content = text.getText()
  const reading = readingOf(content)
  return {
    file,
    version: text.version,
    lines: content.split('\n'),
    reading,
    lastGood: reading.design ?? before?.lastGood,
    goodText: reading.design ? content : (before?.goodText ?? ''),
  }
}

/** The same as a source of the command's own functions. */
export const sourceOf = (file: string, design: RecognizedDesign): OpenedSource => ({
  ...design,
  file,
  encoding: 'utf-8',
})

/** What is found in a version, by the team's decisions and the profile that holds. */
export function foundIn({ file, reading }: Opened, project: Project, asked?: ProfileName): readonly Found[] {
  if (!reading.design) return []
  const profile = asked ?? project.profile ?? 'essential'
  const ids = distributionsIn(reading.design.document).map(({ id }) => id)
  return findingsIn(sourceOf(file, reading.design), ids, project)
    .flatMap(({ found }) => found)
    .filter(({ diagnostic }) => diagnostic.profiles.includes(profile))
}

const placesByDesign = new WeakMap<RecognizedDesign, readonly PlacedPath[]>()

/** The places of a design, found when they are first asked for. */
export function placesIn(design: RecognizedDesign, text: string): readonly PlacedPath[] {
  const places = placesByDesign.get(design) ?? placesOf(design, text)
  placesByDesign.set(design, places)
  return places
}
