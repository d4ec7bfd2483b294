/** Monaco's colors from the page's own tokens, for light and dark; followed when the page's theme changes. */
import { monaco } from './monaco.ts'

const themeName = 'frontage'

/** A token's color as `#rrggbb`: `light-dark()` is resolved by the browser. */
function colorOf(probe: HTMLElement, token: string): string {
  probe.style.color = `var(${token})`
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? ['0', '0', '0']
  return `#${channels
    .slice(0, 3)
    .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
    .join('')}`
}

const isDark = (background: string): boolean => Number.parseInt(background.slice(1, 3), 16) < 128

function defineTheme(): void {
  const probe = document.createElement('span')
  // Where a person's own colors hold, every word would have the same one.
  probe.style.setProperty('forced-color-adjust', 'none')
  document.body.append(probe)
  const color = (token: string) => colorOf(probe, token)
  const rule = (token: string, from: string) => ({ token, foreground: color(from).slice(1) })
  const background = color('--surface')
  monaco.editor.defineTheme(themeName, {
    base: isDark(background) ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', '--text'),
      rule('comment', '--muted'),
      rule('string', '--good'),
      rule('string.yaml', '--good'),
      rule('number', '--origin'),
      rule('number.yaml', '--origin'),
      rule('keyword', '--accent'),
      rule('type', '--behavior'),
      rule('type.yaml', '--behavior'),
      rule('tag', '--accent'),
      rule('delimiter', '--muted'),
    ],
    colors: {
      'editor.background': background,
      'editor.foreground': color('--text'),
      'editorLineNumber.foreground': color('--muted'),
      'editorLineNumber.activeForeground': color('--text'),
      'editorCursor.foreground': color('--accent'),
      'editor.selectionBackground': `${color('--accent')}44`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.lineHighlightBackground': color('--sunken'),
      'editorError.foreground': color('--error'),
      'editorWarning.foreground': color('--warning'),
      'editorInfo.foreground': color('--info'),
      'editorWidget.background': color('--raised'),
      'editorWidget.border': color('--line-strong'),
      'editorHoverWidget.background': color('--raised'),
      'editorSuggestWidget.background': color('--raised'),
      'editorSuggestWidget.selectedBackground': color('--accent-soft'),
      'editorSuggestWidget.selectedForeground': color('--text'),
      'editorSuggestWidget.highlightForeground': color('--accent'),
      'editorSuggestWidget.focusHighlightForeground': color('--accent'),
      'input.background': color('--surface'),
      'input.foreground': color('--text'),
      focusBorder: color('--accent'),
    },
  })
  probe.remove()
  monaco.editor.setTheme(themeName)
}

let followers = 0
let stop: (() => void) | undefined

function follow(): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(defineTheme)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const forced = matchMedia('(forced-colors: active)')
  for (const query of [media, forced]) query.addEventListener('change', defineTheme)
  return () => {
    observer.disconnect()
    for (const query of [media, forced]) query.removeEventListener('change', defineTheme)
  }
}

/** Keeps the editors' colors those of the page; returns how to let go. */
export function followPageTheme(): () => void {
  defineTheme()
  followers += 1
  stop ??= follow()
  return () => {
    followers -= 1
    if (followers > 0) return
    stop?.()
    stop = undefined
  }
}
