/** The items of the palette for whoever offers them elsewhere; the canvas owns them and hands them in. */
interface Item {
  readonly id: string
  readonly label: string
}
let items: readonly Item[] = []
let insert: (id: string) => void = () => {}

export function setPalette(list: readonly Item[], insertItem: (id: string) => void): void {
  items = list
  insert = insertItem
}
export const listItems = (): readonly Item[] => items
export const insertItem = (id: string): void => insert(id)
