/** Every command of the page once: the palette, the keys, the menus and the sheet of keys all read this list. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly group: string
  /** As shown; `Ctrl` is the command key on a Mac. The first is the one that menus show. */
  readonly keys?: readonly string[]
  /**
   * `everywhere` is heard in text fields too; `design` only where a thing of the design has the focus;
   * the others wherever no text is being typed.
   */
  readonly where?: 'everywhere' | 'design'
  /** False where the command would do nothing now; it is then not offered. */
  readonly isPossible?: () => boolean
  /** Kept out of the palette: a key alone makes sense of it. */
  readonly isKeyOnly?: boolean
  readonly run: () => void
}

const sources: (() => readonly Command[])[] = []

/** Adds commands; the composition root does it once for each feature that has some. */
export function registerCommands(source: () => readonly Command[]): void {
  sources.push(source)
}

/** All commands, in the order in which their features were registered. */
export const commands = (): readonly Command[] => sources.flatMap((source) => source())
/** Those that would do something now. */
export const possibleCommands = (): readonly Command[] =>
  commands().filter(({ isPossible }) => isPossible?.() ?? true)
