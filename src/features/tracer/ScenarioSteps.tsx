import { Trash2 } from 'lucide-react'
import { addScenarioStep, removeScenarioStep, setScenarioStep } from '#core/edits/scenarios.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { Scenario, ScenarioStep } from '#core/model/scenario.ts'
import { firstDraft, toViewerRequest } from '#core/trace/requests/request-draft.ts'
import {
  type Claim,
  claimsIn,
  claimsOf,
  isClaimed,
  withClaim,
  withoutClaim,
} from '#core/trace/scenario/claims.ts'
import type { ScenarioResult, StepResult } from '#core/trace/scenario/scenario.ts'
import { commit } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { useDraft } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import tests from './tests.module.css'
import styles from './tracer.module.css'
import { spanText } from './words.ts'

const stepName = (step: ScenarioStep): string => {
  if ('request' in step) return `${step.request.method ?? 'GET'} ${step.request.url}`
  if ('advance' in step) return `${spanText(step.advance)} pass`
  if ('invalidate' in step) return `invalidate ${step.invalidate.join(' ')}`
  if ('function' in step) return `function ${step.function}`
  return `evict ${step.evict.tier} ${step.evict.pop ?? 'everywhere'}`
}

type Request = Extract<ScenarioStep, { readonly request: unknown }>

const withExpect = (step: Request, expect: JsonObject | undefined): Request =>
  expect ? { ...step, expect } : { request: step.request }

interface ClaimsProps {
  readonly scenario: string
  readonly index: number
  readonly step: Request
  readonly result: StepResult | undefined
}

/** What may be expected of the step's result: a tick makes it an expectation. */
function Claims({ scenario, index, step, result }: ClaimsProps) {
  const traced = result?.result
  if (!traced) return null
  const toggle = (claim: Claim, isExpected: boolean) => {
    const expect = isExpected ? withoutClaim(step.expect, claim.path) : withClaim(step.expect, claim, traced)
    commit(setScenarioStep(scenario, index, withExpect(step, expect)))
    announce(`${isExpected ? 'No longer expected' : 'Expected'}: ${claim.label}.`)
  }
  const claims = claimsOf(traced)
  const groups = [...new Set(claims.map(({ group }) => group))]
  return (
    <details className={styles['details']}>
      <summary>Expect of step {index + 1}…</summary>
      {groups.map((group) => (
        <fieldset key={group} className={tests['claims']}>
          <legend>{group}</legend>
          {claims
            .filter((claim) => claim.group === group)
            .map((claim) => {
              const isExpected = isClaimed(step.expect, claim.path)
              return (
                <label key={claim.path.join('/')}>
                  <input type="checkbox" checked={isExpected} onChange={() => toggle(claim, isExpected)} />
                  {claim.label}
                </label>
              )
            })}
        </fieldset>
      ))}
    </details>
  )
}

/** What the step expects now, each line with its verdict. */
function Expectations({ scenario, index, step, result }: ClaimsProps) {
  return (
    <ul className={tests['expectations']}>
      {claimsIn(step.expect, result?.result).map(({ path, text, failure }) => (
        <li key={path.join('/')} data-passed={failure === null}>
          <span>
            {failure === null ? '✓' : '✗'} {text}
            {failure !== null && <span className={styles['failure']}> {failure}</span>}
          </span>
          <Button
            kind="quiet"
            label={`No longer expect ${text}`}
            icon={<Trash2 size={12} aria-hidden />}
            onPress={() =>
              commit(setScenarioStep(scenario, index, withExpect(step, withoutClaim(step.expect, path))))
            }
          />
        </li>
      ))}
    </ul>
  )
}

/** The steps of a scenario with what they expect and what came. */
export function ScenarioSteps({
  scenario,
  result,
}: {
  readonly scenario: Scenario
  readonly result: ScenarioResult | undefined
}) {
  const draft = useDraft((state) => state.draft) ?? firstDraft
  const { name, steps } = scenario
  const add = (step: ScenarioStep) => commit(addScenarioStep(name, step))
  return (
    <>
      <ol className={tests['steps']}>
        {steps.map((step, index) => {
          const own = result?.steps[index]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their order alone
            <li key={index} data-passed={own === undefined || own.failures.length === 0}>
              <div className={styles['placeHead']}>
                <b>{stepName(step)}</b>
                <Button
                  kind="quiet"
                  label={`Remove step ${index + 1}`}
                  icon={<Trash2 size={13} aria-hidden />}
                  onPress={() => commit(removeScenarioStep(name, index))}
                />
              </div>
              {'request' in step ? (
                <>
                  <Expectations scenario={name} index={index} step={step} result={own} />
                  <Claims scenario={name} index={index} step={step} result={own} />
                </>
              ) : (
                own?.failures.map((failure) => (
                  <p key={failure} className={styles['failure']}>
                    {failure}
                  </p>
                ))
              )}
            </li>
          )
        })}
      </ol>
      <fieldset className={styles['row']} aria-label="Add a step">
        <Button onPress={() => add({ request: toViewerRequest(draft) })}>Add the request of the form</Button>
        <Button onPress={() => add({ advance: 60 })}>Add a minute</Button>
        <Button onPress={() => add({ invalidate: ['/*'] })}>Add an invalidation</Button>
      </fieldset>
    </>
  )
}
