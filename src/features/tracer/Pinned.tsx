import { Pin as PinIcon, PinOff } from 'lucide-react'
import type { LogicalId } from '#core/model/document.ts'
import type { OriginRule } from '#core/model/scenario.ts'
import { type Pin, pinName, pinsOf } from '#core/trace/scenario/pinned.ts'
import { answerOf, pinAnswer, unpin } from '#core/trace/scenario/pins.ts'
import { commit, currentDocument, useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { type Traced, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import tests from './tests.module.css'
import styles from './tracer.module.css'

const isSame = (one: OriginRule, two: OriginRule) => JSON.stringify(one) === JSON.stringify(two)

function letGo(distribution: LogicalId, pin: Pin): void {
  commit(unpin(currentDocument(), distribution, pin))
  announce(`“${pin.origin}” answers ${pinName(pin.rule)} by its script again.`)
}

/** Holds what an origin answered, so that later traces get the same, or lets it go. */
export function PinAnswer({ traced, attempt }: { readonly traced: Traced; readonly attempt: number }) {
  const document = useDocument()
  const distribution = useTrace((state) => state.distribution)
  const asked = traced.result.originRequests[attempt]
  const rule = answerOf(traced.result, attempt)
  if (!asked || !rule || distribution === undefined) return null
  const held = pinsOf(document).find((pin) => pin.origin === asked.origin && isSame(pin.rule, rule))
  if (held)
    return (
      <Button icon={<PinOff size={13} aria-hidden />} onPress={() => letGo(distribution, held)}>
        Unpin this answer
      </Button>
    )
  return (
    <Button
      icon={<PinIcon size={13} aria-hidden />}
      onPress={() => {
        commit(pinAnswer(document, distribution, asked, rule))
        announce(
          `Pinned: “${asked.origin}” answers ${pinName(rule)} like this from now on, until you unpin it.`,
        )
      }}
    >
      Pin this answer
    </Button>
  )
}

const answerText = ({ error, response }: OriginRule): string =>
  error ?? `${response?.status ?? 200}${response?.body ? `, ${response.body.length} characters` : ''}`

/** The pinned answers of an origin. */
export function PinnedAnswers({
  distribution,
  origin,
}: {
  readonly distribution: LogicalId
  readonly origin: string
}) {
  const document = useDocument()
  const own = pinsOf(document).filter((pin) => pin.origin === origin)
  if (own.length === 0) return null
  return (
    <ul className={tests['expectations']} aria-label={`Pinned answers of ${origin}`}>
      {own.map((pin) => (
        <li key={pin.index}>
          <span>
            <PinIcon size={12} aria-hidden /> {pinName(pin.rule)}{' '}
            <span className={styles['muted']}>{answerText(pin.rule)}</span>
          </span>
          <Button
            kind="quiet"
            label={`Unpin ${pinName(pin.rule)}`}
            icon={<PinOff size={12} aria-hidden />}
            onPress={() => letGo(distribution, pin)}
          />
        </li>
      ))}
    </ul>
  )
}
