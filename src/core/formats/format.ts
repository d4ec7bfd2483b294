import type { Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'

/** A place in a source text; both count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
  /** Where a source is several files: the one of them. */
  readonly file?: string
}
/** Why a text could not be read. */
export interface ReadProblem {
  readonly message: string
  readonly position?: Position
}
/** Something the person should know of what was read: kept but not understood, or converted. */
export interface ImportNote {
  /** `import/unknown-property` and the like; told as a diagnostic. */
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly path: Path
}
export interface ReadDesign {
  readonly document: DesignDocument
  readonly notes: readonly ImportNote[]
  /** Where a path of the document stands in the text: the field itself, else its nearest ancestor there. */
  readonly locate: (path: Path) => Position | undefined
  /** The names that a value can be given for; absent where the format has none. */
  readonly parameters?: readonly string[]
}
export interface ReadOptions {
  /** Values for a template's parameters, by name. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Values that files or a caller give, in the format's own form; those of `parameters` stand above them. */
  readonly values?: ReadonlyMap<string, unknown>
  /** A caller has given all that will be given: what it left out has its default, even where that is null. */
  readonly isCalled?: boolean
  /** The text of a file that the source names, by its path from the source's own folder. */
  readonly fileText?: (path: string) => string | undefined
  /** Nothing that belongs to the text stands elsewhere: it is all files of a module that calls no other. */
  readonly isWhole?: boolean
  /** The Serverless Framework's file that passes this text on; its variables name what stands there. */
  readonly around?: string
}
/** Something that the format cannot carry; told before anything is saved. */
export interface Loss {
  readonly path: Path
  readonly message: string
}
export interface Written {
  readonly text: string
  readonly losses: readonly Loss[]
}

/** One way in or out. Reading fails as a value, with positions; writing cannot fail but must confess. */
export interface Format<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** What the `format` field of a report calls it, the same for every syntax of one format. */
  readonly family: string
  /** What the option `--to` calls it where that is not its id. */
  readonly commandName?: string
  /** How an editor colors it. */
  readonly syntax: 'json' | 'yaml' | 'hcl' | 'plaintext'
  /** It holds a single distribution. */
  readonly isOfOne?: boolean
  /** For a file dialog and a download: the first is the default name. */
  readonly fileNames: readonly string[]
  /** Cheap: looks at the text, never at a file name. Absent where the format is only written. */
  readonly recognize?: (text: string) => boolean
  readonly read?: (text: string, options?: ReadOptions) => Result<ReadDesign, readonly ReadProblem[]>
  readonly write?: (document: DesignDocument) => Written
  /**
   * Of a picture: the fields of a distribution that it shows, list indices aside. The others it leaves out on purpose;
   * a format without this carries everything or tells a loss.
   */
  readonly shows?: readonly string[]
}

/** Keeps the id for the compiler, which knows every format by the registry. */
export const defineFormat = <const Id extends string>(format: Format<Id>): Format<Id> => format
