import { Copy, GraduationCap, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Sketched } from '#core/gallery/gallery.ts'
import {
  duplicateSaved,
  openSaved,
  refreshSaved,
  removeSaved,
  renameSaved,
  type SavedEntry,
  savedDocument,
  useSaved,
} from '#state/library.ts'
import { announce } from '#state/session.ts'
import { useTutorials } from '#state/tutorial.ts'
import { Button } from '#ui/Button.tsx'
import { Cut } from '#ui/Cut.tsx'
import { TextInput } from '#ui/fields.tsx'
import { Sketch } from './Sketch.tsx'
import { sketchOf } from './sketch-of.ts'
import styles from './start.module.css'

/** As many as fit into three rows; the search finds the others. */
const most = 12

const nothing: Sketched = { targets: [], origins: 0, sites: 0 }

/** A small picture of a saved design, drawn once it is in sight. */
function Picture({ id, savedAt }: Pick<SavedEntry, 'id' | 'savedAt'>) {
  const [sketch, setSketch] = useState<Sketched>(nothing)
  const frame = useRef<HTMLSpanElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a design that was saved again looks otherwise
  useEffect(() => {
    let isOver = false
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      watch.disconnect()
      void savedDocument(id).then((document) => {
        if (!isOver && document) setSketch(sketchOf(document))
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
      <Sketch sketch={sketch} />
    </span>
  )
}

/** How far its tutorial is, where the design is an example that somebody has begun. */
function TutorialLine({ id }: Pick<SavedEntry, 'id'>) {
  const progress = useTutorials(({ of }) => (Object.hasOwn(of, id) ? of[id] : undefined))
  if (!progress || progress.at === 0) return null
  const { done } = progress
  return (
    <span className={styles['tutorial']}>
      <GraduationCap size={13} aria-hidden /> Tutorial: {done.length} {done.length === 1 ? 'step' : 'steps'}{' '}
      done
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
      <Picture id={entry.id} savedAt={entry.savedAt} />
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
  const remove = async () => {
    const undo = await removeSaved(id)
    onChange()
    if (!undo) return
    announce(`“${name}” was removed from this browser.`, {
      label: 'Undo',
      run: () => {
        announce(`“${name}” is back.`)
        void undo().then(onChange)
      },
    })
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
          <b>
            <Cut text={name} />
          </b>
          <span>
            {new Date(savedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
          </span>
          <TutorialLine id={id} />
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
          onPress={() => void remove()}
        />
      </div>
    </div>
  )
}

/** The designs of this browser: with a picture, found by name, renamed, duplicated, removed. */
export function YourDesigns() {
  const saved = useSaved(({ entries }) => entries)
  const [search, setSearch] = useState('')
  const list = () => void refreshSaved()
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
