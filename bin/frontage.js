#!/usr/bin/env node
/** The `frontage` command. In a checkout it installs and builds what is missing first, and says nothing of it. */
import { isCheckout, root, runCommand } from './command.js'

/** Installs and builds what the sources of this call ask for. */
async function makeTrue() {
  const { isCommandFresh, isInstalled } = await import('./fresh.js')
  const args = process.argv.slice(2)
  const [command] = args
  // Not part of the command that people get.
  const isDocs = command === 'docs'
  const isMore = isDocs || command === 'serve' || args.includes('--spark')
  if (!isMore && isInstalled(root) && isCommandFresh(root, args)) return
  const { built, builtPage, installed } = await import('./install.js')
  installed()
  if (isDocs) {
    await import('./docs.js')
    process.exit()
  }
  built('cli')
  built('library')
  if (args.includes('--spark')) built('spark')
  if (command === 'serve') builtPage()
}

if (isCheckout) await makeTrue()
runCommand()
