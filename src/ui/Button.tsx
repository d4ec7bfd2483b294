import type { ReactNode } from 'react'
import styles from './controls.module.css'
import { keyText } from './key-text.ts'

interface ButtonProps {
  readonly children?: ReactNode
  readonly onPress: () => void
  readonly kind?: 'primary' | 'quiet'
  /** Needed where there is only an icon; also the tooltip. */
  readonly label?: string
  readonly icon?: ReactNode
  readonly isDisabled?: boolean
  readonly shortcut?: string
  /** It has the focus when its dialog opens, so that Enter is what the dialog was opened for. */
  readonly hasFocus?: boolean
  /** Tab goes past it: a key does the same from beside it. */
  readonly isPassed?: boolean
}

/** A button; with an icon alone its label is what screen readers say. */
export function Button({
  children,
  onPress,
  kind,
  label,
  icon,
  isDisabled,
  shortcut,
  hasFocus,
  isPassed,
}: ButtonProps) {
  const classes = [styles['button'], kind && styles[kind], children === undefined && styles['icon']]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      onClick={onPress}
      disabled={isDisabled}
      aria-label={children === undefined ? label : undefined}
      title={[label, shortcut && keyText(shortcut)].filter(Boolean).join('  ') || undefined}
      aria-keyshortcuts={shortcut}
      tabIndex={isPassed ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: a modal dialog takes the focus anyway, and this is where it belongs in it
      autoFocus={hasFocus}
    >
      {icon}
      {children}
    </button>
  )
}
