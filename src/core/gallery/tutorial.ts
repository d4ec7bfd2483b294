/**
 * A tutorial leads through one example in about five minutes: each step says something, points at its place, and asks
 * for something that the engine or the document can see. Steps are data; the page and the tests do the same with them.
 */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'
import type { RequestResult, ViewerRequest } from '#core/model/scenario.ts'
import type { SigningFlaw } from '#core/trace/requests/test-signer.ts'

export interface Sent {
  readonly request: ViewerRequest
  readonly result: RequestResult
}

/** What a step can see of what the reader did. */
export interface World {
  readonly document: DesignDocument
  /** The distribution that the requests went through. */
  readonly distribution: LogicalId | undefined
  /** The oldest first, through the design as it is now. */
  readonly sent: readonly Sent[]
  /** The number of the choice, by the step's id. */
  readonly answers: Readonly<Record<string, number>>
  readonly selection: Path | undefined
  /** The stage of the story at which it stands. */
  readonly stage: string | undefined
  /** The dialog or else the panel that is open. */
  readonly shown: string | undefined
}

/** What does a step in the reader's place. */
export type Deed =
  | { readonly send: ViewerRequest; readonly sign?: SigningFlaw; readonly distribution?: LogicalId }
  | { readonly advance: number }
  | { readonly invalidate: readonly string[] }
  | { readonly edit: (document: DesignDocument) => Edit }
  | { readonly answer: number }
  | { readonly select: Path }
  | { readonly show: Shown }
  /** Stands at a stage of the story; where the last request did not come there, others are sent before. */
  | { readonly look: string; readonly before: readonly Deed[] }

/** What a step speaks of: a node of the drawing, a thing, a field, a stage of the story, a part of the page. */
export type Pointer =
  | { readonly node: string }
  | { readonly thing: Path }
  | { readonly field: Path }
  | { readonly stage: string }
  | { readonly part: Part }
export type Part =
  | 'url'
  | 'signature'
  | 'headers'
  | 'distribution'
  | 'clock'
  | 'origins'
  | 'palette'
  | 'problems'
  | 'export'

/** What a step can ask to be opened. */
export type Shown = 'problems' | 'export'

export type Place = 'drawing' | 'trace' | 'functions' | 'source' | 'problems'

export interface Choice {
  readonly text: string
  /** Said when it is chosen. */
  readonly why: string
  readonly isRight?: true
}

export interface Step {
  /** No two steps of a tutorial have the same. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** What the reader is asked to do, in one line. */
  readonly task: string
  readonly at?: Pointer
  /** Where it is done. */
  readonly place: Place
  readonly choices?: readonly Choice[]
  readonly isDone: (world: World) => boolean
  readonly solution: readonly Deed[]
  /** What it showed, said once it is done. */
  readonly lesson: string
}

export interface Tutorial {
  /** Of the example that it stands in: its file without the ending. */
  readonly example: string
  readonly title: string
  readonly distribution: LogicalId
  readonly steps: readonly Step[]
  /** What the reader knows now. */
  readonly end: string
}

type Told = Pick<Step, 'id' | 'title' | 'text'> & Partial<Pick<Step, 'at' | 'place'>>

/** Asks what will happen, before it does. */
export function predict({ choices, ...told }: Told & { readonly choices: readonly Choice[] }): Step {
  const right = choices.findIndex(({ isRight }) => isRight)
  return {
    place: 'trace',
    task: 'Choose an answer.',
    ...told,
    choices,
    isDone: ({ answers }) => Object.hasOwn(answers, told.id) && answers[told.id] === right,
    solution: [{ answer: right }],
    lesson: choices[right]?.why ?? '',
  }
}

type Asked = Told & Pick<Step, 'task' | 'lesson' | 'solution'>

/** Asks for requests, and looks at what came of them. */
export const send = ({
  until,
  ...asked
}: Asked & { readonly until: (sent: readonly Sent[], world: World) => boolean }): Step => ({
  place: 'trace',
  at: { part: 'url' },
  ...asked,
  isDone: (world) => until(world.sent, world),
})

/** Asks for a change of the design. */
export const change = ({
  until,
  ...asked
}: Asked & { readonly until: (document: DesignDocument) => boolean }): Step => ({
  place: 'drawing',
  ...asked,
  isDone: ({ document }) => until(document),
})

/** Asks to open a place of the page. */
export const visit = ({
  shown,
  ...told
}: Told & Pick<Step, 'task' | 'lesson'> & { readonly shown: Shown }): Step => ({
  place: 'drawing',
  ...told,
  isDone: (world) => world.shown === shown,
  solution: [{ show: shown }],
})

/** Asks to select a thing. */
export const find = ({
  path,
  ...told
}: Told & Pick<Step, 'task' | 'lesson'> & { readonly path: Path }): Step => ({
  place: 'drawing',
  at: { thing: path },
  ...told,
  isDone: ({ selection }) => selection !== undefined && isWithin(selection, path),
  solution: [{ select: path }],
})

/** Asks to stand at a stage of the story of the last request. */
export const look = ({
  stage,
  before,
  ...told
}: Told &
  Pick<Step, 'task' | 'lesson'> & { readonly stage: string; readonly before: readonly Deed[] }): Step => ({
  place: 'trace',
  at: { stage },
  ...told,
  isDone: (world) => world.stage === stage,
  solution: [{ look: stage, before }],
})

/** The path and query of a request, whether it was written with its host or not. */
export const asked = ({ request }: Sent): string => request.url.replace(/^https?:\/\/[^/]*/, '')

export const isHit = ({ result }: Sent): boolean => result.xCache?.startsWith('Hit') === true
export const isMiss = ({ result }: Sent): boolean => result.xCache?.startsWith('Miss') === true

/** One of the requests asked for the path, and its result is so. */
export const came =
  (path: string, isSo: (sent: Sent) => boolean = () => true) =>
  (sent: readonly Sent[]): boolean =>
    sent.some((one) => asked(one) === path && isSo(one))

/** A setting of a design, whatever a reader has made of it. */
export const settingOf = (document: DesignDocument, ...path: Path): unknown =>
  valueAt(document, ['resources', ...path])
/** A list within it; empty where it is none. */
export const listOf = (document: DesignDocument, ...path: Path): readonly unknown[] => {
  const value = settingOf(document, ...path)
  return Array.isArray(value) ? value : []
}
