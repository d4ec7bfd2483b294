/** The view goes along with what is selected, made, brought back, folded or traced: gently, and no farther than it must. */
import { useCallback, useEffect, useRef } from 'react'
import { valueAt } from '#core/model/path.ts'
import { currentDocument, useDesign } from '#state/design.ts'
import type { Projection } from '#things/project.ts'
import { isTiny, keepPlace, reveal, seesOneOf, showFirst } from './view.ts'

/** Whether the pointer is held on the canvas: what it holds must not move away under it. */
function usePointerHeld() {
  const held = useRef(false)
  useEffect(() => {
    const hold = ({ target }: PointerEvent) => {
      held.current = target instanceof Element && target.closest('.react-flow') !== null
    }
    // After the click that follows.
    const free = () => setTimeout(() => (held.current = false))
    window.addEventListener('pointerdown', hold, true)
    window.addEventListener('pointerup', free, true)
    window.addEventListener('pointercancel', free, true)
    return () => {
      window.removeEventListener('pointerdown', hold, true)
      window.removeEventListener('pointerup', free, true)
      window.removeEventListener('pointercancel', free, true)
    }
  }, [])
  return held
}

/** What each node is of, to tell which ones an edit was about. */
type Values = ReadonlyMap<string, unknown>
const valuesOf = ({ nodes }: Projection): Values => {
  const document = currentDocument()
  return new Map(
    nodes.filter(({ kind }) => kind !== 'viewer').map(({ id, path }) => [id, valueAt(document, path)]),
  )
}

/** The nodes that are new or other than before; a distribution is other with each of its parts, and so counts when it is alone. */
export function changedNodes(before: Values, now: Values, isHead: (id: string) => boolean): string[] {
  const added = [...now.keys()].filter((id) => !before.has(id))
  if (added.length > 0) return added
  const changed = [...now.keys()].filter((id) => before.get(id) !== now.get(id))
  const parts = changed.filter((id) => !isHead(id))
  return parts.length > 0 ? parts : before.size === now.size ? changed : []
}

const keyOf = (ids: ReadonlySet<string>): string => [...ids].join('\n')
const idsOf = (key: string): readonly string[] => (key === '' ? [] : key.split('\n'))

interface Followed {
  readonly projection: Projection
  readonly selected: ReadonlySet<string>
  /** The nodes that use what is selected. */
  readonly users: ReadonlySet<string>
  /** The nodes that the traced request passed. */
  readonly lit: ReadonlySet<string>
  readonly width: number
  readonly height: number
}

/** Follows the session and the design as long as the canvas is open. */
export function useFollowing({ projection, selected, users, lit, width, height }: Followed): void {
  const held = usePointerHeld()
  const designId = useDesign(({ id }) => id)
  const before = useRef<{ id: string; values: Values }>({ id: '', values: new Map() })
  const isUntouched = useRef(true)
  /** What the view went to last: it stays in sight when the canvas changes its size. */
  const shown = useRef<readonly string[]>([])
  useOtherDesign(designId, isUntouched, shown)
  const show = useCallback((ids: readonly string[]) => {
    shown.current = ids
    reveal(ids)
  }, [])
  // By their names: an edit gives new sets of the same, and is no reason to go anywhere.
  const keys = { selected: keyOf(selected), users: keyOf(users), lit: keyOf(lit) }
  useEffect(() => {
    const ids = idsOf(keys.selected)
    if (ids.length > 0 && !held.current) show(ids.length > 12 ? ids.slice(0, 1) : ids)
  }, [keys.selected, held, show])
  useEffect(() => {
    const ids = idsOf(keys.users)
    if (ids.length === 0) return
    if (seesOneOf(ids)) shown.current = ids.slice(0, 1)
    else show(ids.slice(0, 1))
  }, [keys.users, show])
  useEffect(() => {
    const values = valuesOf(projection)
    const { id, values: old } = before.current
    before.current = { id: designId, values }
    if (id !== designId || held.current) return
    const heads = new Set(
      projection.nodes.filter(({ kind }) => kind === 'distribution').map((node) => node.id),
    )
    const changed = changedNodes(old, values, (node) => heads.has(node))
    const [first] = changed
    if (first !== undefined && changed.length < values.size && !seesOneOf(changed)) show([first])
    else if (!seesOneOf(values.keys())) showFirst(true)
    // Of many rows that were seen from afar, folding has left a few.
    else if (values.size < old.size / 2 && isTiny()) showFirst(true)
  }, [projection, designId, held, show])
  useEffect(() => {
    // The path alone: the viewers' and the distribution's end is known.
    const path = idsOf(keys.lit).filter((id) => !/^[^/]+\/(viewer|distribution)\//.test(id))
    if (path.length > 0) show(path)
  }, [keys.lit, show])
  useKeptPlace({ width, height }, isUntouched, shown)
}

/** Another design is shown from its upper end. */
function useOtherDesign(
  designId: string,
  isUntouched: { current: boolean },
  shown: { current: readonly string[] },
): void {
  // What the canvas opens with is shown from there already.
  const last = useRef(designId)
  useEffect(() => {
    isUntouched.current = true
    shown.current = []
    if (last.current !== designId) showFirst()
    last.current = designId
    // A person's own gesture: from now on the view is theirs.
    const touch = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.react-flow')) isUntouched.current = false
    }
    window.addEventListener('wheel', touch, { capture: true, passive: true })
    window.addEventListener('pointerdown', touch, true)
    return () => {
      window.removeEventListener('wheel', touch, true)
      window.removeEventListener('pointerdown', touch, true)
    }
  }, [designId, isUntouched, shown])
}

/** A canvas that changes its size shows what it showed; one that nobody has moved shows the design from its upper end. */
function useKeptPlace(
  { width, height }: Pick<Followed, 'width' | 'height'>,
  isUntouched: { readonly current: boolean },
  shown: { readonly current: readonly string[] },
): void {
  const size = useRef({ width: 0, height: 0 })
  useEffect(() => {
    const was = size.current
    size.current = { width, height }
    if (width === 0 || was.width === 0 || (was.width === width && was.height === height)) return
    if (isUntouched.current && shown.current.length === 0) showFirst()
    else if (was.width !== width) keepPlace()
    reveal(shown.current)
  }, [width, height, isUntouched, shown])
}
