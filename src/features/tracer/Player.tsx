import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import story from './story.module.css'

/** Milliseconds that the story stays at a step while it plays. */
const beat = 900

interface PlayerProps {
  /** What is played: “story”, “two stories”. */
  readonly what: string
  /** Of each step. */
  readonly titles: readonly string[]
  /** Undefined where all is told. */
  readonly step: number | undefined
  readonly onStep: (step: number) => void
}

/** Plays, steps and scrubs through a story; the canvas follows. */
export function Player({ what, titles, step, onStep }: PlayerProps) {
  const [isPlaying, setPlaying] = useState(false)
  const last = titles.length - 1
  const at = step ?? last
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      if (at >= last) setPlaying(false)
      else onStep(at + 1)
    }, beat)
    return () => clearTimeout(timer)
  }, [isPlaying, at, last, onStep])
  const title = titles[at] ?? ''
  const go = (next: number) => {
    setPlaying(false)
    onStep(Math.min(Math.max(next, 0), last))
  }
  return (
    <fieldset className={story['player']} aria-label={`Play the ${what}`}>
      <Button
        label="Step back"
        shortcut="["
        icon={<ChevronLeft size={14} aria-hidden />}
        isDisabled={at <= 0}
        onPress={() => go(at - 1)}
      />
      <Button
        label={isPlaying ? 'Pause' : `Play the ${what}`}
        icon={isPlaying ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        onPress={() => {
          if (!isPlaying && at >= last) onStep(0)
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
        aria-label={`Step of the ${what}`}
        aria-valuetext={`${at + 1} of ${titles.length}: ${title}`}
        min={0}
        max={last}
        value={at}
        onChange={(event) => go(Number(event.target.value))}
      />
      <span className={story['position']}>
        {at + 1} / {titles.length} {title}
      </span>
    </fieldset>
  )
}
