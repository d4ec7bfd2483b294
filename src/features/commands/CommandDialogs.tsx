import { useState } from 'react'
import { showDialog } from '#state/session.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { TextInput } from '#ui/fields.tsx'
import styles from './commands.module.css'
import { commands } from './commands.ts'

/** Letters of the query in their order, anywhere in the label. */
const matches = (label: string, query: string): boolean => {
  let at = 0
  for (const letter of query.toLowerCase().replaceAll(' ', '')) {
    at = label.toLowerCase().indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Everything that can be done, found by typing. */
export function CommandPalette() {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = commands().filter(({ label }) => matches(label, query))
  const run = (index: number) => {
    const command = found[index]
    if (!command) return
    showDialog(undefined)
    command.run()
  }
  return (
    <Dialog title="Commands" onClose={() => showDialog(undefined)}>
      <search
        onKeyDown={(event) => {
          if (event.key === 'Enter') run(chosen)
          else if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0))
          else return
          event.preventDefault()
        }}
      >
        <TextInput
          label="Find a command"
          value={query}
          onChange={(text) => {
            setQuery(text)
            setChosen(0)
          }}
          placeholder="Type a command…"
        />
      </search>
      <ul className={styles['list']}>
        {found.map(({ id, label, shortcut }, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles['command']}
              data-chosen={index === chosen}
              onClick={() => run(index)}
            >
              <span>{label}</span>
              {shortcut && <kbd>{shortcut}</kbd>}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** The keys of every command that has some, and those of the canvas. */
export function ShortcutSheet() {
  const canvas = [
    ['Alt+↑ / Alt+↓', 'Change the precedence of the selected behavior'],
    ['Delete', 'Remove the selected node'],
    ['Tab, Enter', 'Go to a node, select it'],
  ]
  const rows = commands().flatMap(({ label, shortcut }) => (shortcut ? [[shortcut, label]] : []))
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => showDialog(undefined)}>
      <dl className={styles['sheet']}>
        {[...rows, ...canvas].map(([keys, label]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
