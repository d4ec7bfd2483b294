/** What is selected and shown; never part of the design. */
import { create } from 'zustand'
import { isSamePath, type Path } from '#core/model/path.ts'

/** The panels that there are: the one that the session itself leads to, and those that the registry of panels adds. */
export interface Panels {
  readonly problems: true
}
export type PanelId = keyof Panels
export type Theme = 'light' | 'dark' | 'system'
export type DialogId = 'open' | 'export' | 'import' | 'commands' | 'shortcuts' | 'versions' | 'share'

export interface Session {
  /** The thing whose form the inspector shows, as a path of the document. */
  readonly selection: Path | undefined
  /** Everything selected, the thing of the inspector included; of one thing or none mostly. */
  readonly marked: readonly Path[]
  /** The connection of the canvas that is selected; then no thing is. */
  readonly edge: string | undefined
  /** The field that a problem led to. A new object each time, so that the same field can be led to twice. */
  readonly focus: { readonly path: Path } | undefined
  readonly panel: PanelId | undefined
  /** The view within a panel, where it has several: by the panel, in the words of that panel. */
  readonly views: Readonly<Partial<Record<PanelId, string>>>
  readonly dialog: DialogId | undefined
  readonly theme: Theme
  /** What the canvas is searched for; undefined where the search is closed. */
  readonly search: string | undefined
  /** The node whose path through the design alone stays bright. */
  readonly spotlight: string | undefined
  /** The node from which a connection is being made step by step. */
  readonly connecting: string | undefined
  /** The item of the palette that is being dragged. */
  readonly dragged: string | undefined
  /** Distributions drawn as one node, and nodes of origins and groups whose behaviors are. */
  readonly folded: readonly string[]
  /** What stands around the distributions is drawn too. */
  readonly around: boolean
  /** One line for everybody, and for screen readers: what has just happened. */
  readonly message: string
  /** It is seen where it happened, so that only those who hear the page are told. */
  readonly isHeard: boolean
  /** What can be done about it. */
  readonly action: MessageAction | undefined
}
export interface MessageAction {
  readonly label: string
  readonly run: () => void
}

export const useSession = create<Session>()(() => ({
  selection: undefined,
  marked: [],
  edge: undefined,
  focus: undefined,
  panel: undefined,
  views: {},
  dialog: undefined,
  theme: 'system',
  search: undefined,
  spotlight: undefined,
  connecting: undefined,
  dragged: undefined,
  folded: [],
  around: false,
  message: '',
  isHeard: false,
  action: undefined,
}))

/** Another design is open: what was selected, searched and folded was of the one before. */
export const forgetView = (): void =>
  useSession.setState({
    selection: undefined,
    marked: [],
    edge: undefined,
    focus: undefined,
    search: undefined,
    spotlight: undefined,
    connecting: undefined,
    folded: [],
  })

/** Selects one thing; `focus` is the path of a field within it that gets the keyboard focus. */
export const select = (selection: Path | undefined, focus?: Path): void =>
  useSession.setState({
    selection,
    marked: selection ? [selection] : [],
    edge: undefined,
    focus: focus && { path: focus },
  })

/** Selects several things; the last is the one that the inspector shows. */
export const selectAll = (marked: readonly Path[]): void =>
  useSession.setState({ selection: marked.at(-1), marked, edge: undefined, focus: undefined })

/** Selects a connection of the canvas, and no thing with it: what a key then does, it does to the connection. */
export const selectEdge = (edge: string): void =>
  useSession.setState({ selection: undefined, marked: [], edge, focus: undefined })

/** Adds a thing to the selection, or takes it out. */
export function toggleSelected(path: Path): void {
  const { marked } = useSession.getState()
  const others = marked.filter((one) => !isSamePath(one, path))
  selectAll(others.length < marked.length ? others : [...marked, path])
}

export const showPanel = (panel: PanelId | undefined): void => useSession.setState({ panel })
/** Chooses the view within a panel; the panel itself is shown by what leads there. */
export const showView = (panel: PanelId, view: string | undefined): void =>
  useSession.setState(({ views }) => ({ views: { ...views, [panel]: view } }))
export const showDialog = (dialog: DialogId | undefined): void => useSession.setState({ dialog })
export const announce = (message: string, action?: MessageAction): void =>
  useSession.setState({ message, action, isHeard: false })
/** Tells those who hear the page what others see at its place: a step of the story, the problem of a field. */
export const speak = (message: string): void =>
  useSession.setState({ message, action: undefined, isHeard: true })
export const setTheme = (theme: Theme): void => useSession.setState({ theme })
export const searchFor = (search: string | undefined): void => useSession.setState({ search })
export const setSpotlight = (spotlight: string | undefined): void => useSession.setState({ spotlight })

export const setConnecting = (connecting: string | undefined): void => useSession.setState({ connecting })

export const setDragged = (dragged: string | undefined): void => useSession.setState({ dragged })

export const setAround = (around: boolean): void => useSession.setState({ around })

export const setFolded = (folded: readonly string[]): void => useSession.setState({ folded })
/** Draws a distribution, or the behaviors of the node of an origin or group, as one node, or all of it again. */
export const toggleFolded = (owner: string): void =>
  useSession.setState(({ folded }) => ({
    folded: folded.includes(owner) ? folded.filter((one) => one !== owner) : [...folded, owner],
  }))
