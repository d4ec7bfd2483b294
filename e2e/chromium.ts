import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser of this machine, or the one that CHROMIUM_PATH names. */
export function findChromium(): string {
  const found = process.env['CHROMIUM_PATH'] ?? places.find((place) => existsSync(place))
  if (found === undefined) throw new Error('No Chromium was found; install one or set CHROMIUM_PATH.')
  return found
}
