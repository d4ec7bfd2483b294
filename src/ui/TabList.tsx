import type { KeyboardEvent, ReactNode } from 'react'

export interface Tab {
  readonly id: string
  readonly label: ReactNode
  readonly className?: string | undefined
  /** Seen by style sheets. */
  readonly state?: string | undefined
}

interface TabListProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** None of them where there is no such id. */
  readonly selected: string
  readonly onSelect: (id: string) => void
  readonly className?: string | undefined
  readonly isVertical?: boolean
}

/** Tabs as the ARIA practices have them: one stop of the Tab key, arrows, Home and End move and select. */
export function TabList({ label, tabs, selected, onSelect, className, isVertical = false }: TabListProps) {
  const hasSelected = tabs.some(({ id }) => id === selected)
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ id }) => id === selected)
    const [back, on] = isVertical ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
    const next = { [back]: at - 1, [on]: at + 1, Home: 0, End: tabs.length - 1 }[event.key]
    const tab = next === undefined ? undefined : tabs[next]
    if (!tab) return
    event.preventDefault()
    onSelect(tab.id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus()
  }
  return (
    <div
      className={className}
      role="tablist"
      aria-label={label}
      aria-orientation={isVertical ? 'vertical' : 'horizontal'}
      onKeyDown={move}
    >
      {tabs.map((tab, index) => (
        <button
          type="button"
          role="tab"
          key={tab.id}
          aria-selected={tab.id === selected}
          tabIndex={tab.id === selected || (index === 0 && !hasSelected) ? 0 : -1}
          className={tab.className}
          data-state={tab.state}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
