/** What is selected and shown; never part of the design. */
import { create } from 'zustand'
import type { Path } from '#core/model/path.ts'

export type PanelId = 'problems' | 'trace' | 'source' | 'functions' | 'plan'
export type Theme = 'light' | 'dark' | 'system'
export type DialogId = 'open' | 'export' | 'commands' | 'shortcuts'

export interface Session {
  /** The thing whose form the inspector shows, as a path of the document. */
  readonly selection: Path | undefined
  /** The field within the selection that a problem led to. */
  readonly focusedField: string | undefined
  readonly panel: PanelId | undefined
  readonly dialog: DialogId | undefined
  readonly theme: Theme
  /** One line for everybody, and for screen readers: what has just happened. */
  readonly message: string
}

export const useSession = create<Session>()(() => ({
  selection: undefined,
  focusedField: undefined,
  panel: 'problems',
  dialog: undefined,
  theme: 'system',
  message: '',
}))

export const select = (selection: Path | undefined, focusedField?: string): void =>
  useSession.setState({ selection, focusedField })
export const showPanel = (panel: PanelId | undefined): void => useSession.setState({ panel })
export const showDialog = (dialog: DialogId | undefined): void => useSession.setState({ dialog })
export const announce = (message: string): void => useSession.setState({ message })
export const setTheme = (theme: Theme): void => useSession.setState({ theme })
