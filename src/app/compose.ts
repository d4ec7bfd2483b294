/** Hands the adapters to the ports of the state; the only place that knows both. */
import { insertFromPalette, paletteItems } from '#features/canvas/palette-items.ts'
import { setStorage } from '#state/library.ts'
import { setPalette } from '#state/palette-port.ts'
import { listDesigns, loadDesign, saveDesign } from '#storage/designs.ts'

export function compose(): void {
  setStorage({ save: saveDesign, list: listDesigns, load: loadDesign })
  setPalette(paletteItems, insertFromPalette)
}
