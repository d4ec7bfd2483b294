#!/usr/bin/env node
/**
 * The `frontage` command, in the form that Node starts soonest. In a checkout it installs and builds what is missing
 * first, and says nothing of it.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Frontage needs Node 20.19 or newer and this is ${process.versions.node}; install it from nodejs.org.\n`,
  )
  process.exit(2)
}
const { isCheckout, root, runCommand } = require('./command.cjs')

/** Whether what this call needs is not what the sources say. */
function isStale(args) {
  const { isCommandFresh, isInstalled } = require('./fresh.cjs')
  const [command] = args
  // `docs` is not part of the command that people get.
  const isMore = command === 'docs' || command === 'serve' || args.includes('--spark')
  return isMore || !isInstalled(root) || !isCommandFresh(root, args)
}

/** Installs and builds what the sources of this call ask for. */
async function makeTrue(args) {
  const { built, builtPage, installed } = await import('./install.js')
  installed()
  if (args[0] === 'docs') {
    await import('./docs.js')
    process.exit()
  }
  built('cli')
  built('library')
  if (args.includes('--spark')) built('spark')
  if (args[0] === 'serve') builtPage()
}

const args = process.argv.slice(2)
if (isCheckout && isStale(args)) void makeTrue(args).then(runCommand)
else runCommand()
