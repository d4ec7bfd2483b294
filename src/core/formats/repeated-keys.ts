/**
 * Fields that stand twice in one map. CloudFormation and JSON's parsers take the last of them, so the text is read as
 * they do, and every place of such a field is told.
 */
import type { ImportNote, Position } from './format.ts'
import type { TextTree } from './tree.ts'

export interface PlacedNote {
  readonly note: ImportNote
  readonly position: Position
}

export const repeatedKeyNotes = ({ repeats, positionOf }: TextTree): PlacedNote[] =>
  repeats.map(({ name, offset, isLast }) => ({
    position: positionOf(offset),
    note: {
      rule: 'import/duplicate-key',
      severity: 'error',
      message: isLast
        ? `“${name}” stands twice in one map, and this last one is in force; remove the other.`
        : `“${name}” stands again further down in the same map, so what it says here is lost; remove one of them.`,
      path: ['resources'],
    },
  }))
