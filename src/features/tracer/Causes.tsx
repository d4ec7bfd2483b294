import { CornerUpRight } from 'lucide-react'
import { useDocument } from '#state/design.ts'
import { select, speak } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'
import { settingAt } from './setting.ts'
import story from './story.module.css'

/** The settings that caused a step; each leads to its field. */
export function Causes({
  pointers,
  isOfNow = false,
}: {
  readonly pointers: readonly string[]
  /** They were found in the design as it is; those of a trace are of the design that it was sent through. */
  readonly isOfNow?: boolean
}) {
  const document = useDocument()
  const traced = useTrace(({ basis }) => (isOfNow ? undefined : basis?.resources))
  const settings = [...new Set(pointers)].flatMap((pointer) => settingAt(document, pointer, traced) ?? [])
  return settings.map(({ path, thing, name }) => (
    <button
      type="button"
      key={path.join('/')}
      className={story['cause']}
      title="Show this setting"
      onClick={() => {
        select(thing, path)
        speak(`${name} is shown in the inspector.`)
      }}
    >
      <CornerUpRight size={12} aria-hidden /> {name}
    </button>
  ))
}
