/** What tabs with the same design say to each other. */
import { wholeDesign } from '#core/formats/whole-design.ts'
import type { DesignDocument } from '#core/model/document.ts'

export type TabMessage =
  | { readonly is: 'here'; readonly id: string; readonly asks: boolean }
  | { readonly is: 'gone'; readonly id: string }
  | { readonly is: 'edit'; readonly id: string; readonly name: string; readonly document: DesignDocument }

/** What another tab said, which may be of an earlier version of this page; undefined where it says nothing whole. */
export function messageOf(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { is, id, name, asks, document } = data as Readonly<Record<string, unknown>> // each is looked at below
  if (typeof id !== 'string') return undefined
  if (is === 'here') return { is, id, asks: asks === true }
  if (is === 'gone') return { is, id }
  const whole = is === 'edit' && typeof name === 'string' ? wholeDesign(document) : undefined
  return whole?.ok ? { is: 'edit', id, name: String(name), document: whole.value } : undefined
}
