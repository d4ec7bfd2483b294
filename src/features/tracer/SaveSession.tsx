import { Plus } from 'lucide-react'
import { useState } from 'react'
import { freeScenarioName, saveScenarioWithOrigins } from '#core/edits/scenarios.ts'
import type { JsonObject } from '#core/model/field.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import { commit, useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { isOutdated, keepSession, sessionScenario, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { TextInput } from '#ui/fields.tsx'
import styles from './tracer.module.css'

/** What a person most likely means when keeping what they see: the status and what the cache did. */
const firstClaims = ({
  status,
  xCache,
}: {
  readonly status: number
  readonly xCache: string | null
}): JsonObject => ({
  status,
  xCache,
})

/** Keeps the session, from cold caches on, as a scenario of the design. */
export function SaveSession({ onSaved }: { readonly onSaved: (name: string) => void }) {
  const document = useDocument()
  const { traced, steps, distribution, basis } = useTrace()
  const isOld = isOutdated(basis, document)
  const [name, setName] = useState('')
  const first = traced.at(-1)?.request
  const wanted =
    name.trim() === '' ? `${first?.method ?? 'GET'} ${first?.url.split('?')[0] ?? '/'}` : name.trim()
  const requests = steps.filter((step) => 'request' in step).length
  const save = () => {
    if (distribution === undefined) return
    const free = freeScenarioName(
      document.scenarios.map((scenario) => scenario.name),
      wanted,
    )
    const results = [...traced].reverse()
    // The oldest results of a long session are forgotten.
    let at = results.length - requests
    const scenario = sessionScenario(free)
    const expecting = scenario.steps.map((step) => {
      if (!('request' in step)) return step
      const result = results[at]?.result
      at += 1
      return result ? { ...step, expect: firstClaims(result) } : step
    })
    commit(
      saveScenarioWithOrigins(
        document,
        { ...scenario, steps: expecting },
        scriptsFor(document, distribution),
      ),
    )
    // The scripts that the session ran with are written down, which changes nothing for it.
    if (!isOld) keepSession()
    setName('')
    onSaved(free)
    announce(`Saved as “${free}”. It expects the same status and X-Cache again.`)
  }
  return (
    <div className={styles['row']}>
      <TextInput
        label="Name of the new scenario"
        value={name}
        onChange={setName}
        placeholder={first ? wanted : 'Name'}
      />
      <Button icon={<Plus size={14} aria-hidden />} isDisabled={requests === 0} onPress={save}>
        Save {requests === 1 ? 'the request' : `the ${requests} requests`} as a scenario
      </Button>
    </div>
  )
}
