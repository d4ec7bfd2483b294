import { type CarriedUse, carry, mimeOfUse, usedThing } from '#commands/uses.ts'
import type { Path } from '#core/model/path.ts'
import { currentDocument } from '#state/design.ts'
import { select } from '#state/session.ts'
import type { Use } from '#things/row-facts.ts'
import { Cut } from '#ui/Cut.tsx'
import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import styles from './row.module.css'

const glyphs: Readonly<Record<Use['field'], GlyphName>> = {
  CachePolicyId: 'policy',
  OriginRequestPolicyId: 'forward',
  ResponseHeadersPolicyId: 'headers',
  FunctionAssociations: 'function',
  LambdaFunctionAssociations: 'lambda',
}

interface UseChipProps {
  readonly use: Use
  /** What it is to the behavior: `Cache policy`, `Viewer request`. */
  readonly word: string
  /** The behavior. */
  readonly of: Path
  readonly look: 'name' | 'sign'
}

/**
 * A policy or function of a row: a drag takes it to another row, a double click leads to it; a click is the row's. No
 * stop of the keyboard, which has the menu of the row for the same, and no words of its own: the row says them.
 */
export function UseChip({ use, word, of, look }: UseChipProps) {
  const carried: CarriedUse = { use, from: of }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu of the row does the same by keyboard
    <span
      className={`${styles['chip']} nodrag nopan`}
      data-field={use.field}
      data-look={look}
      draggable
      title={`${word}: ${use.name}. Drag it onto another behavior to use it there too; a double click leads to it, a right click to what can be done with it.`}
      onDragStart={(event) => {
        event.stopPropagation()
        event.dataTransfer.setData(mimeOfUse, JSON.stringify(use))
        event.dataTransfer.effectAllowed = 'copy'
        carry(carried)
      }}
      onDragEnd={() => carry(undefined)}
      onDoubleClick={(event) => {
        event.stopPropagation()
        const { path, focus } = usedThing(currentDocument(), carried)
        select(path, focus)
      }}
    >
      <Glyph name={glyphs[use.field]} size={12} />
      {look === 'name' && <Cut text={use.name} className={styles['use']} />}
    </span>
  )
}
