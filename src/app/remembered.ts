/** A few words kept in local storage: the theme, the open design, the frame, which problems are shown, which files designs came from, how far the first steps and the tutorials are. A browser that refuses is no reason to fail. */
import type { Theme } from '#state/session.ts'

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Not remembered, then.
  }
}

export const savedTheme = (): Theme => {
  const theme = read('frontage-theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
export const rememberTheme = (theme: Theme): void => write('frontage-theme', theme)
export const lastOpen = (): string => read('frontage-open')
export const rememberOpen = (id: string): void => write('frontage-open', id)
export const savedFirstSteps = (): string => read('frontage-first-steps')
export const rememberFirstSteps = (text: string): void => write('frontage-first-steps', text)
export const savedTutorials = (): string => read('frontage-tutorials')
export const rememberTutorials = (text: string): void => write('frontage-tutorials', text)
export const savedFrame = (): string => read('frontage-frame')
export const rememberFrame = (text: string): void => write('frontage-frame', text)
export const savedProfile = (): string => read('frontage-profile')
export const rememberProfile = (profile: string): void => write('frontage-profile', profile)
export const savedOpenedFrom = (): string => read('frontage-opened-from')
export const savedChoice = (): string => read('frontage-compared-with')
export const rememberChoice = (text: string): void => write('frontage-compared-with', text)
export const rememberOpenedFrom = (text: string): void => write('frontage-opened-from', text)
