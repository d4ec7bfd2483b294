import { CornerUpRight } from 'lucide-react'
import { useDocument } from '#state/design.ts'
import { select, speak } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'
import { settingAt } from './setting.ts'
import story from './story.module.css'

/** The settings that caused a step; each leads to its field. */
export function Causes({ pointers }: { readonly pointers: readonly string[] }) {
  const document = useDocument()
  const traced = useTrace(({ basis }) => basis?.resources)
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
