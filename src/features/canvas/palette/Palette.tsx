import { ChevronRight } from 'lucide-react'
import { Fragment, useState } from 'react'
import { tableOf } from '#core/ground/names.ts'
import { setDragged } from '#state/session.ts'
import { TextInput } from '#ui/fields.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { insertFromPalette, paletteItems, paletteMime } from './index.ts'
import type { PaletteGroup, PaletteItem } from './item.ts'
import styles from './palette.module.css'

const inside: Record<string, string> = tableOf({
  behavior: 'Drop it on a cache behavior, or add it while one is selected.',
  origin: 'Drop it on an origin, or add it while one is selected.',
  distribution: 'It goes to the selected distribution.',
  function: 'Drop it on a function, or add it while one is selected.',
})

/** A name that is broken between its words where a line is too short: `UseOrigin` and `CacheControlHeaders`. */
const inWords = (label: string) =>
  label.split(/(?<=[a-z])(?=[A-Z])/).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words of a name have no identity but their place
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ))

function Entry({ item, onTaken }: { readonly item: PaletteItem; readonly onTaken: () => void }) {
  return (
    <button
      type="button"
      className={styles['item']}
      data-group={item.group}
      draggable
      title={item.on && inside[item.on]}
      onDragStart={(event) => {
        event.dataTransfer.setData(paletteMime, item.id)
        event.dataTransfer.effectAllowed = 'copy'
        setDragged(item.id)
      }}
      onDragEnd={({ dataTransfer }) => {
        setDragged(undefined)
        if (dataTransfer.dropEffect !== 'none') onTaken()
      }}
      onClick={() => {
        insertFromPalette(item.id)
        onTaken()
      }}
    >
      <Glyph name={item.picture} size={16} className={styles['glyph']} />
      <span className={styles['label']}>{inWords(item.label)}</span>
      <span className={styles['hint']}>{item.hint}</span>
    </button>
  )
}

/** What is called so comes before what only says something of it. */
function foundBy(wanted: string): readonly PaletteItem[] {
  const isIn = (text: string) => text.toLowerCase().includes(wanted)
  return [
    ...paletteItems.filter(({ label }) => isIn(label)),
    ...paletteItems.filter(({ label, hint }) => !isIn(label) && isIn(`${label} ${hint}`)),
  ]
}

/** What can be added: searched by name, taken by click, Enter or drag. */
export function Palette() {
  const [wanted, setWanted] = useState('')
  const scroller = useKeptScroll('palette')
  const [closed, setClosed] = useState<readonly PaletteGroup[]>(['Managed by AWS'])
  const found = foundBy(wanted.trim().toLowerCase())
  const groups = [...new Set(found.map(({ group }) => group))]
  // What was searched for is found: the next search begins anew.
  const clear = () => setWanted('')
  const toggle = (group: PaletteGroup) =>
    setClosed(closed.includes(group) ? closed.filter((one) => one !== group) : [...closed, group])
  return (
    <section className={styles['palette']} aria-label="Palette">
      <TextInput
        label="Search the palette"
        value={wanted}
        onChange={setWanted}
        placeholder="Add…"
        onEnter={() => {
          const [first] = found
          if (!first || wanted.trim() === '') return
          insertFromPalette(first.id)
          clear()
        }}
      />
      <div ref={scroller} className={styles['groups']}>
        {groups.map((group) => {
          const isOpen = wanted.trim() !== '' || !closed.includes(group)
          return (
            <div key={group}>
              <h3>
                <button
                  type="button"
                  className={styles['group']}
                  aria-expanded={isOpen}
                  onClick={() => toggle(group)}
                >
                  <ChevronRight size={12} aria-hidden />
                  {group}
                </button>
              </h3>
              {isOpen &&
                found
                  .filter((item) => item.group === group)
                  .map((item) => <Entry key={item.id} item={item} onTaken={clear} />)}
            </div>
          )
        })}
        {found.length === 0 && <p className={styles['hint']}>Nothing matches.</p>}
      </div>
    </section>
  )
}
