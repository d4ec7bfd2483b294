import { Copy, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import {
  duplicateSaved,
  listSaved,
  openSaved,
  removeSaved,
  renameSaved,
  type SavedEntry,
  savedDocument,
} from '#state/library.ts'
import { announce } from '#state/session.ts'
import { pictureOf } from '#things/picture.ts'
import { Button } from '#ui/Button.tsx'
import { TextInput } from '#ui/fields.tsx'
import styles from './start.module.css'

/** As many as fit into three rows; the search finds the others. */
const most = 12

/** A small picture of a saved design, drawn once it is in sight. */
function Picture({ id, savedAt }: Pick<SavedEntry, 'id' | 'savedAt'>) {
  const [source, setSource] = useState<string | undefined>(undefined)
  const frame = useRef<HTMLSpanElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a design that was saved again looks otherwise
  useEffect(() => {
    let isOver = false
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      watch.disconnect()
      void savedDocument(id).then((document) => {
        if (!isOver && document)
          setSource(`data:image/svg+xml,${encodeURIComponent(pictureOf(document, '').svg)}`)
      })
    })
    if (frame.current) watch.observe(frame.current)
    return () => {
      isOver = true
      watch.disconnect()
    }
  }, [id, savedAt])
  return (
    <span className={styles['picture']} ref={frame}>
      {source !== undefined && <img src={source} alt="" />}
    </span>
  )
}

function Rename({ entry, onDone }: { readonly entry: SavedEntry; readonly onDone: () => void }) {
  const [name, setName] = useState(entry.name)
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => field.current?.querySelector('input')?.select(), [])
  const take = async () => {
    if (name.trim() !== '' && name !== entry.name) await renameSaved(entry.id, name.trim())
    onDone()
  }
  return (
    <div className={styles['name']} ref={field}>
      <TextInput
        label={`Name of “${entry.name}”`}
        value={name}
        onChange={setName}
        onEnter={() => void take()}
        onBlur={() => void take()}
      />
    </div>
  )
}

function Saved({ entry, onChange }: { readonly entry: SavedEntry; readonly onChange: () => void }) {
  const [isRenaming, setRenaming] = useState(false)
  const { id, name, savedAt } = entry
  const remove = () => {
    if (!confirm(`Remove “${name}” and its versions from this browser? This cannot be undone.`)) return
    void removeSaved(id).then(onChange)
  }
  const copy = async () => {
    if (await duplicateSaved(id, name)) announce(`“${name}” was duplicated.`)
    onChange()
  }
  return (
    <div className={styles['saved']}>
      {isRenaming ? (
        <Rename
          entry={entry}
          onDone={() => {
            setRenaming(false)
            onChange()
          }}
        />
      ) : (
        <button type="button" className={styles['card']} onClick={() => void openSaved(id)}>
          <Picture id={id} savedAt={savedAt} />
          <b>{name}</b>
          <span>
            {new Date(savedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
          </span>
        </button>
      )}
      <div className={styles['tools']}>
        <Button
          kind="quiet"
          label={`Rename “${name}”`}
          icon={<Pencil size={14} aria-hidden />}
          onPress={() => setRenaming(true)}
        />
        <Button
          kind="quiet"
          label={`Duplicate “${name}”`}
          icon={<Copy size={14} aria-hidden />}
          onPress={() => void copy()}
        />
        <Button
          kind="quiet"
          label={`Remove “${name}” from this browser`}
          icon={<Trash2 size={14} aria-hidden />}
          onPress={remove}
        />
      </div>
    </div>
  )
}

/** The designs of this browser: with a picture, found by name, renamed, duplicated, removed. */
export function YourDesigns() {
  const [saved, setSaved] = useState<readonly SavedEntry[]>([])
  const [search, setSearch] = useState('')
  const list = () => void listSaved().then(setSaved)
  useEffect(list, [])
  if (saved.length === 0) return null
  const found = saved.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <section aria-label="Your designs">
      <div className={styles['head']}>
        <h2>Your designs</h2>
        {saved.length > 3 && (
          <div className={styles['search']}>
            <TextInput
              label="Search your designs"
              placeholder="Search…"
              value={search}
              onChange={setSearch}
            />
          </div>
        )}
      </div>
      <div className={styles['cards']}>
        {found.slice(0, most).map((entry) => (
          <Saved key={entry.id} entry={entry} onChange={list} />
        ))}
      </div>
      {found.length === 0 && <p>No design is called “{search}”.</p>}
      {found.length > most && <p>{found.length - most} more; search to find them.</p>}
    </section>
  )
}
