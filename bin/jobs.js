/** Programs run beside each other, so many at a time as there are lanes; the first that fails ends the others. */
import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { root } from './install.js'

/**
 * @typedef {object} Job
 * @property {string} title unique; `after` names it
 * @property {string[]} args what Node is to run
 * @property {string[]} [after] jobs that must have succeeded
 * @property {Record<string, string>} [env]
 * @property {boolean} [yields] leaves the processor to the others where they want it
 * @property {() => { passed: number, failed: number, said?: string }} [report] what its tests came to
 *
 * @typedef {object} Ended
 * @property {Job} job
 * @property {boolean} ok
 * @property {number} seconds
 * @property {string} output
 */

const grace = 20_000

/** Ends a child by its id; it may end its own children first. */
function end(child) {
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), grace)
  child.once('exit', () => clearTimeout(timer))
}

function begin({ args, env = {}, yields = false }) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  if (yields && child.pid !== undefined && process.platform !== 'win32') setPriority(child.pid, 10)
  return child
}

/** @returns {Promise<Ended>} */
const outcome = (job, child) =>
  new Promise((done) => {
    const started = Date.now()
    let output = ''
    const take = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const ended = (status) => done({ job, ok: status === 0, seconds: (Date.now() - started) / 1000, output })
    child.once('error', (error) => {
      take(error.message)
      ended(-1)
    })
    child.once('close', ended)
  })

/**
 * Runs jobs in their order, each as soon as a lane is free and what it comes after has succeeded. Gives true where all
 * succeeded; what has not begun when one fails does not begin.
 * @param {readonly Job[]} jobs
 * @param {number} lanes
 * @param {(ended: Ended) => boolean} tell hears of each that ended by itself, and says whether it is well
 * @returns {Promise<boolean>}
 */
export async function runJobs(jobs, lanes, tell) {
  const waiting = [...jobs]
  const running = new Map()
  const done = new Set()
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ after = [] }) => after.every((title) => done.has(title)))
    if (next >= 0 && running.size < lanes) {
      const [job] = waiting.splice(next, 1)
      const child = begin(job)
      running.set(job.title, { child, ended: outcome(job, child) })
      continue
    }
    if (running.size === 0)
      throw new Error(`Nothing can begin of: ${waiting.map(({ title }) => title).join(', ')}`)
    const ended = await Promise.race([...running.values()].map((one) => one.ended))
    running.delete(ended.job.title)
    if (tell(ended)) {
      done.add(ended.job.title)
      continue
    }
    for (const { child } of running.values()) end(child)
    await Promise.all([...running.values()].map((one) => one.ended))
    return false
  }
  return true
}
