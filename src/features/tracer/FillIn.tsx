import type { LogicalId } from '#core/model/document.ts'
import type { ScenarioStep, ViewerRequest } from '#core/model/scenario.ts'
import { type RequestDraft, toDraft, toViewerRequest } from '#core/trace/requests/request-draft.ts'
import { presetRequest, requestPresets } from '#core/trace/requests/request-presets.ts'
import { currentDocument, useDesign } from '#state/design.ts'
import { sentOf, useSent } from '#state/sent.ts'
import { announce } from '#state/session.ts'
import { playSteps, setDraft, signForTest } from '#state/trace.ts'
import { SelectInput } from '#ui/fields.tsx'
import { shortUrl } from './words.ts'

/** A private behavior's file with a signature by the test key, which stands for a viewer's cookies. */
async function signedStep(distribution: LogicalId, step: ScenarioStep): Promise<ScenarioStep> {
  if (!('request' in step)) return step
  const signed = await signForTest(distribution, step.request.url, 'none')
  return 'url' in signed ? { ...step, request: { ...step.request, url: signed.url } } : step
}

/** Sends what a player does, with the headers and the place of the form. */
async function playStream(distribution: LogicalId, draft: RequestDraft): Promise<void> {
  const { playerSteps } = await import('#core/trace/requests/player.ts')
  const steps = playerSteps(currentDocument(), distribution, toViewerRequest(draft))
  const signed: ScenarioStep[] = []
  for (const step of steps) signed.push(await signedStep(distribution, step))
  const last = await playSteps(distribution, signed)
  const count = steps.filter((step) => 'request' in step).length
  if (last) announce(`A player asked for ${count} files of the stream; each is in the list.`)
}

/** “GET /a, with headers, from IAD50”. */
const sentName = (request: ViewerRequest): string =>
  [
    `${request.method ?? 'GET'} ${shortUrl(request)}`,
    request.headers && 'with headers',
    request.viewer?.pop && `from ${request.viewer.pop}`,
  ]
    .filter(Boolean)
    .join(', ')

const presets = [
  ...requestPresets.map(({ id, label, about }) => ({ value: id, label: `${label}: ${about}` })),
  { value: 'player', label: 'Video player: plays the manifest, then segments, for two viewers' },
].map((choice) => ({ ...choice, group: 'Presets' }))

interface FillInProps {
  readonly distribution: LogicalId
  readonly draft: RequestDraft
}

/** Fills in the form with what was sent before in this visit, or a preset. */
export function FillIn({ distribution, draft }: FillInProps) {
  const design = useDesign(({ id }) => id)
  const sent = useSent((state) => sentOf(state, design))
  const before = sent.map((request, index) => ({
    value: `sent ${index}`,
    label: sentName(request),
    group: 'Sent before',
    request,
  }))
  return (
    <SelectInput
      label="Preset"
      value=""
      choices={[{ value: '', label: 'Fill in from a preset…' }, ...before, ...presets]}
      onChange={(id) => {
        if (id === 'player') void playStream(distribution, draft)
        const again = before.find(({ value }) => value === id)
        if (again) setDraft(toDraft(again.request, draft))
        const preset = requestPresets.find((one) => one.id === id)
        if (preset) setDraft(toDraft(presetRequest(preset, draft.url), draft))
      }}
    />
  )
}
