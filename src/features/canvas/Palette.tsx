import { useState } from 'react'
import { TextInput } from '#ui/fields.tsx'
import styles from './palette.module.css'
import { insertFromPalette, paletteItems, paletteMime } from './palette-items.ts'

/** What can be added: searched by name, taken by click, Enter or drag. */
export function Palette() {
  const [wanted, setWanted] = useState('')
  const found = paletteItems.filter(({ label, hint }) =>
    `${label} ${hint}`.toLowerCase().includes(wanted.toLowerCase()),
  )
  const groups = [...new Set(found.map(({ group }) => group))]
  return (
    <section className={styles['palette']} aria-label="Palette">
      <TextInput label="Search the palette" value={wanted} onChange={setWanted} placeholder="Add…" />
      <div className={styles['groups']}>
        {groups.map((group) => (
          <div key={group}>
            <h3 className={styles['group']}>{group}</h3>
            {found
              .filter((item) => item.group === group)
              .map(({ id, label, hint }) => (
                <button
                  type="button"
                  key={id}
                  className={styles['item']}
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData(paletteMime, id)}
                  onClick={() => insertFromPalette(id)}
                >
                  <span>{label}</span>
                  <span className={styles['hint']}>{hint}</span>
                </button>
              ))}
          </div>
        ))}
        {found.length === 0 && <p className={styles['hint']}>Nothing is called so.</p>}
      </div>
    </section>
  )
}
