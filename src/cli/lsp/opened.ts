/** One text that is open in the editor: read and checked once for each version that stands long enough. */

import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Found, findingsIn } from '#cli/diagnostics.ts'
import type { OpenedSource } from '#cli/source.ts'
import { keepEqual } from '#core/edits/adopt.ts'
import type { RecognizedDesign } from '#core/formats/index.ts'
import { bare } from '#core/ground/names.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { CheckMemory } from '#core/rules/harness/memory.ts'
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
  /** The last design that could be read as rules are shown it: what is as it was before is the same object. */
  readonly checked: DesignDocument | undefined
  /** What was found in the versions of this text. */
  readonly memory: CheckMemory
}

/** A document whose resources are those of an earlier one where they are equal, so that they are not judged again. */
function shared(before: DesignDocument | undefined, document: DesignDocument): DesignDocument {
  const resources: Record<string, Resource> = bare()
  for (const [id, resource] of Object.entries(document.resources))
    resources[id] = keepEqual(before?.resources[id], resource)
  const suppressions = document.suppressions && keepEqual(before?.suppressions, document.suppressions)
  return { ...document, resources, ...(suppressions && { suppressions }) }
}

/** Reads a version; `before` is the one that it replaces. */
export function opened(text: TextDocument, file: string, before: Opened | undefined): Opened {
  const content = text.getText()
  const reading = readingOf(content)
  const { design } = reading
  return {
    file,
    version: text.version,
    lines: content.split('\n'),
    reading,
    lastGood: design ?? before?.lastGood,
    goodText: design ? content : (before?.goodText ?? ''),
    checked: design ? shared(before?.checked, design.document) : before?.checked,
    memory: before?.memory ?? new CheckMemory(),
  }
}

/** The same as a source of the command's own functions. */
export const sourceOf = (file: string, design: RecognizedDesign): OpenedSource => ({
  ...design,
  file,
  encoding: 'utf-8',
})

/** What is found in a version, by the team's decisions and the profile that holds. */
export function foundIn(open: Opened, project: Project, asked?: ProfileName): readonly Found[] {
  const { file, reading, checked, memory } = open
  if (!reading.design || !checked) return []
  const profile = asked ?? project.profile ?? 'essential'
  const ids = distributionsIn(checked).map(({ id }) => id)
  return findingsIn({ ...sourceOf(file, reading.design), document: checked }, ids, project, memory)
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
