import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TraceEvent } from '#core/model/scenario.ts'
import { showStep, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import story from './story.module.css'

/** Milliseconds that the story stays at a step while it plays. */
const beat = 900

/** Plays, steps and scrubs through the story; the canvas follows. */
export function Player({ events }: { readonly events: readonly TraceEvent[] }) {
  const step = useTrace((state) => state.step)
  const [isPlaying, setPlaying] = useState(false)
  const last = events.length - 1
  const at = step ?? last
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      if (at >= last) setPlaying(false)
      else showStep(at + 1)
    }, beat)
    return () => clearTimeout(timer)
  }, [isPlaying, at, last])
  const title = events[at]?.title ?? ''
  const go = (next: number) => {
    setPlaying(false)
    showStep(Math.min(Math.max(next, 0), last))
  }
  return (
    <fieldset className={story['player']} aria-label="Play the story">
      <Button
        label="Step back"
        shortcut="["
        icon={<ChevronLeft size={14} aria-hidden />}
        isDisabled={at <= 0}
        onPress={() => go(at - 1)}
      />
      <Button
        label={isPlaying ? 'Pause' : 'Play the story'}
        icon={isPlaying ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        onPress={() => {
          if (!isPlaying && at >= last) showStep(0)
          setPlaying(!isPlaying)
        }}
      />
      <Button
        label="Step on"
        shortcut="]"
        icon={<ChevronRight size={14} aria-hidden />}
        isDisabled={at >= last}
        onPress={() => go(at + 1)}
      />
      <input
        type="range"
        className={story['scrubber']}
        aria-label="Step of the story"
        aria-valuetext={`${at + 1} of ${events.length}: ${title}`}
        min={0}
        max={last}
        value={at}
        onChange={(event) => go(Number(event.target.value))}
      />
      <span className={story['position']}>
        {at + 1} / {events.length} {title}
      </span>
    </fieldset>
  )
}
