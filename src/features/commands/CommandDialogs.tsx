import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { type Command, commands } from '#state/commands.ts'
import { useDesign } from '#state/design.ts'
import { showDialog, useSession } from '#state/session.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { enterPane } from '#ui/enter-pane.ts'
import { keyText } from '#ui/key-text.ts'
import styles from './commands.module.css'
import { promptOf, ranked, remember } from './ranked.ts'

interface FoundProps {
  readonly id: string
  readonly commands: readonly Command[]
  readonly chosen: number
  readonly onRun: (index: number) => void
}

/** What fits what is typed; the text field above hears the keys. */
function Found({ id: listId, commands: found, chosen, onRun }: FoundProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-place="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div className={styles['list']} role="listbox" id={listId} aria-label="Commands" ref={list}>
      {found.map(({ id, label, group, keys }, index) => (
        <div
          key={id}
          id={`${listId}-${index}`}
          data-place={index}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles['command']}
          onClick={() => onRun(index)}
          onKeyDown={() => {
            // The text field above hears the keys; its active descendant is this option.
          }}
        >
          <span>
            <span className={styles['group']}>{group}</span>
            {label}
          </span>
          {keys?.[0] && <kbd>{keyText(keys[0])}</kbd>}
        </div>
      ))}
      {found.length === 0 && <p className={styles['nothing']}>No command, setting or thing matches.</p>}
    </div>
  )
}

/** As soon as it is there, since a dialog comes later than its caller, and would give the focus to its first button. */
const takeFocus = (input: HTMLInputElement | null): void => input?.focus()

/** Everything that can be done and every thing of the design, found by typing. */
export function CommandPalette() {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const isOpen = useDesign(({ id }) => id !== '')
  const listId = useId()
  const [within, setWithin] = useState<string | undefined>(undefined)
  const found = useMemo(() => ranked(query, isOpen, within, setWithin), [query, isOpen, within])
  const run = (index: number) => {
    const command = found[index]
    if (!command) return
    if (command.id.startsWith('into ')) {
      command.run()
      setQuery('')
      setChosen(0)
      return
    }
    remember(command)
    const { panel } = useSession.getState()
    showDialog(undefined)
    command.run()
    const { panel: shown } = useSession.getState()
    if (shown !== undefined && shown !== panel) enterPane('work')
  }
  return (
    <Dialog title="Commands" onClose={() => showDialog(undefined)}>
      <input
        ref={takeFocus}
        className={styles['query']}
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[chosen] && `${listId}-${chosen}`}
        placeholder={promptOf(within)}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') run(chosen)
          else if (event.key === 'Backspace' && query === '') setWithin(undefined)
          else if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(found.length, 1))
          else if (event.key === 'ArrowUp') setChosen((chosen - 1 + found.length) % Math.max(found.length, 1))
          else return
          event.preventDefault()
        }}
      />
      <Found id={listId} commands={found} chosen={chosen} onRun={run} />
    </Dialog>
  )
}

/** The keys of every command that has some; made from the list that the keys are heard by. */
export function ShortcutSheet({
  others,
}: {
  readonly others: readonly (readonly [keys: string, label: string])[]
}) {
  const withKeys = commands().filter(({ keys }) => keys !== undefined)
  const groups = [...new Set(withKeys.map(({ group }) => group))]
  return (
    <Dialog title="Keyboard shortcuts" isWide onClose={() => showDialog(undefined)}>
      <div className={styles['sheets']}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles['heading']}>{group}</h3>
            <dl className={styles['sheet']}>
              {withKeys
                .filter((command) => command.group === group)
                .map(({ id, keys = [], label }) => (
                  <Row key={id} keys={keys} label={label} />
                ))}
              {group === 'Edit' &&
                others.map(([keys, label]) => <Row key={keys} keys={keys.split(' / ')} label={label} />)}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

const Row = ({ keys, label }: { readonly keys: readonly string[]; readonly label: string }) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd key={key}>{keyText(key)}</kbd>
      ))}
    </dt>
    <dd>{label}</dd>
  </div>
)
