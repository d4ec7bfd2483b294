/** `npm run setup`: everything that the tests need, each fetched only where it is not there yet. */
import { pathToFileURL } from 'node:url'
import { bringChromium, findFirefox, missingChromium } from './browsers.js'
import { installed } from './install.js'
import { bringPython } from './python.js'
import { bringPacker } from './vscode.js'

const say = (line) => process.stdout.write(`${line}\n`)

/**
 * @returns {Promise<{ chromium: string } | { obstacle: string }>}
 */
export async function setUp() {
  installed()
  const chromium = bringChromium(say)
  if (!chromium) return { obstacle: missingChromium }
  if (!bringPacker())
    say('NOTE   The packer of extensions for VS Code could not be fetched; the extension is tested unpacked.')
  const obstacle = await bringPython(say)
  return obstacle === undefined ? { chromium } : { obstacle }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = await setUp()
  if ('obstacle' in made) {
    say(made.obstacle)
    process.exit(1)
  }
  say(`Chromium is ${made.chromium}`)
  say(`Firefox is ${findFirefox() ?? 'not here; its end-to-end test is left out'}`)
  say('Python’s environments are .venv and .venv-checkov')
  say('All that “npm test” needs is here.')
}
