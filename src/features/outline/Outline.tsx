import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isSelected } from '#commands/actions.ts'
import { thingMenu } from '#commands/thing-menu.ts'
import { tableOf } from '#core/ground/names.ts'
import { isSamePath, type Path, toPointer } from '#core/model/path.ts'
import { resourceKind } from '#core/resources/index.ts'
import { useMarkedAgainst } from '#state/comparison.ts'
import { useDocument } from '#state/design.ts'
import { select, toggleFolded, toggleSelected, useSession } from '#state/session.ts'
import { type DifferenceKind, differencesBetween } from '#things/differences.ts'
import { Cut } from '#ui/Cut.tsx'
import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { ContextMenu } from '#ui/Menu.tsx'
import { type Entry, keptEntries, outlineEntries } from './entries.ts'
import styles from './outline.module.css'

/** What is no resource of CloudFront's own. */
const others: Readonly<Record<string, GlyphName>> = tableOf({
  Behavior: 'behavior',
  Group: 'group',
  Origin: 'server',
  'AWS::S3::Bucket': 'bucket',
  'AWS::S3::BucketPolicy': 'policy',
  'AWS::Lambda::Function': 'lambda',
  'AWS::Lambda::Version': 'lambda',
  'AWS::CertificateManager::Certificate': 'certificate',
  'AWS::WAFv2::WebACL': 'firewall',
})
const glyphOf = (kind: string): GlyphName => resourceKind(kind)?.picture ?? others[kind] ?? 'resource'

/** Keys of commands that act on what is selected, as the entry that has the focus is. */
const actsOnThing = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  ['Delete', 'F2'].includes(key) ||
  (altKey && key.startsWith('Arrow')) ||
  ((ctrlKey || metaKey) && ['c', 'x', 'd'].includes(key))

/** Selects the entry that has the focus before such a key acts. */
function selectToAct(event: KeyboardEvent, { path }: Entry, marked: readonly Path[]): void {
  if (actsOnThing(event) && !isSelected(marked, path)) select(path)
}

/** Keeps the entry of what is selected in sight, and the focus on it where the tree has the focus. */
function useCurrent(tree: RefObject<HTMLElement | null>, current: number): void {
  const before = useRef(0)
  useEffect(() => {
    // The first one is in sight as it is.
    if (before.current === current) return
    before.current = current
    const items = tree.current
    const item = items?.querySelectorAll<HTMLElement>('[role="treeitem"]')[current]
    // The focus goes with an entry that changes its place.
    if (items?.contains(document.activeElement)) item?.focus()
    item?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tree, current])
}

/**
 * Everything of the design as a tree: the accessible equal of the canvas. Arrows go from entry to entry, Enter
 * selects and opens the form, Alt with arrows changes precedence, a letter leads to the next entry that begins so.
 */
export function Outline() {
  const document = useDocument()
  const folded = useSession((session) => session.folded)
  const last = useRef<readonly Entry[]>([])
  const entries = useMemo(() => {
    last.current = keptEntries(outlineEntries(document, folded), last.current)
    return last.current
  }, [document, folded])
  const earlier = useMarkedAgainst()
  const differing = useMemo(
    () =>
      new Map(
        earlier &&
          differencesBetween(earlier, document).things.map(
            ({ path, kind }) => [toPointer(path), kind] as const,
          ),
      ),
    [earlier, document],
  )
  return <Tree entries={entries} folded={folded} differing={differing.size === 0 ? none : differing} />
}

const none: ReadonlyMap<string, DifferenceKind> = new Map()

const kinds = { added: 'new', changed: 'changed', moved: 'moved' } as const

interface TreeProps {
  readonly entries: readonly Entry[]
  readonly folded: readonly string[]
  /** How things differ from what the design is compared with, by their pointers. */
  readonly differing: ReadonlyMap<string, DifferenceKind>
}

interface ItemProps {
  readonly entry: Entry
  readonly differs: DifferenceKind | undefined
  readonly marked: readonly Path[]
  readonly isFolded: boolean
  /** Tab leads to it. */
  readonly isStop: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onMenu: (event: MouseEvent<HTMLElement>, entry: Entry) => void
}

function Item({ entry, differs, marked, isFolded, isStop, onKeyDown, onMenu }: ItemProps) {
  const { label, about = '', kind, picture, path, level, isParent, isOrdered } = entry
  return (
    <div
      role="treeitem"
      aria-label={differs ? `${label} ${kinds[differs]}` : label}
      aria-level={level}
      aria-selected={isSelected(marked, path)}
      aria-expanded={isParent ? !isFolded : undefined}
      tabIndex={isStop ? 0 : -1}
      className={styles['entry']}
      data-level={level}
      data-kind={kind}
      data-thing={toPointer(path)}
      title={isOrdered ? `${label} — Alt+↑ and Alt+↓ change its precedence` : label}
      onClick={(event) => (event.ctrlKey || event.metaKey ? toggleSelected(path) : select(path))}
      onKeyDownCapture={(event) => selectToAct(event, entry, marked)}
      onKeyDown={onKeyDown}
      onFocus={({ relatedTarget }) => {
        // Keys that act on what is selected act on the entry that has the focus. What a closing dialog gives the
        // focus back to is no choice of a person's.
        if (!(relatedTarget instanceof Element) || relatedTarget.closest('[role="dialog"]')) return
        if (!isSelected(useSession.getState().marked, path) && marked.length < 2) select(path)
      }}
      onContextMenu={(event) => onMenu(event, entry)}
    >
      <Glyph name={picture ?? glyphOf(kind)} size={14} className={styles['glyph']} />
      <Cut text={label.slice(0, label.length - about.length)} />
      {about !== '' && <span className={styles['about']}>{about}</span>}
      {differs && (
        <span className={styles['differs']} data-difference={differs}>
          {kinds[differs]}
        </span>
      )}
    </div>
  )
}

const Tree = memo(function Tree({ entries, folded, differing }: TreeProps) {
  const selection = useSession((session) => session.selection)
  const marked = useSession((session) => session.marked)
  const [menu, setMenu] = useState<{ entry: Entry; at: { x: number; y: number } } | undefined>(undefined)
  const tree = useRef<HTMLDivElement>(null)
  const current = Math.max(
    entries.findIndex(({ path }) => selection !== undefined && isSamePath(selection, path)),
    0,
  )
  useCurrent(tree, current)
  const go = (index: number) => {
    const item = tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index]
    item?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const entry = entries[index]
    if (!entry || event.altKey) return
    const isFolded = entry.isParent && folded.includes(String(entry.path[1]))
    if (event.key === 'ArrowDown') go(Math.min(index + 1, entries.length - 1))
    else if (event.key === 'ArrowUp') go(Math.max(index - 1, 0))
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(entries.length - 1)
    else if (event.key === 'ArrowRight' && isFolded) toggleFolded(String(entry.path[1]))
    else if (event.key === 'ArrowLeft' && entry.isParent && !isFolded) toggleFolded(String(entry.path[1]))
    else if (event.key === 'ArrowLeft')
      go(entries.findLastIndex(({ level }, at) => at < index && level < entry.level))
    else if (event.key === ' ') toggleSelected(entry.path)
    else if (event.key === 'Enter' && !(selection && isSamePath(selection, entry.path))) select(entry.path)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onMenu = (event: MouseEvent<HTMLElement>, entry: Entry) => {
    event.preventDefault()
    if (!isSelected(marked, entry.path)) select(entry.path)
    const box = event.currentTarget.getBoundingClientRect()
    // By the menu key the event has no place of its own.
    const at =
      event.clientX === 0 ? { x: box.left + 20, y: box.bottom } : { x: event.clientX, y: event.clientY }
    setMenu({ entry, at })
  }
  return (
    <nav ref={useKeptScroll('outline')} className={styles['outline']} aria-label="Outline">
      <div className={styles['list']} role="tree" aria-label="Outline" aria-multiselectable="true" ref={tree}>
        {entries.map((entry, index) => (
          <Item
            key={entry.path.join('/')}
            entry={entry}
            differs={differing.get(toPointer(entry.path))}
            marked={marked}
            isFolded={folded.includes(String(entry.path[1]))}
            isStop={index === current}
            onKeyDown={(event) => onKeyDown(event, index)}
            onMenu={onMenu}
          />
        ))}
      </div>
      {menu && (
        <ContextMenu
          label={`Menu of ${menu.entry.label}`}
          entries={thingMenu(menu.entry.path)}
          at={menu.at}
          onClose={() => setMenu(undefined)}
        />
      )}
    </nav>
  )
})
