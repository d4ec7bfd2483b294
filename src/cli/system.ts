/** What the system refuses, in one sentence with a remedy: errno codes become words here and nowhere else. */

import { tableOf } from '#core/ground/names.ts'

/** A file that could not be read or written, or a place that could not be listened at. Not a fault of ours. */
export class SystemRefusal extends Error {}

export type Doing = 'read' | 'write' | 'listen'

/** https://man7.org/linux/man-pages/man3/errno.3.html; the words of a deed win over those that fit every deed. */
const always: Readonly<Record<string, string>> = tableOf({
  ENOENT: 'There is no such file.',
  ENOTDIR: 'A part of the path before its end is a file, no folder.',
  ELOOP: 'The path leads in a circle of links.',
  ENAMETOOLONG: 'No file has a name that long.',
  EIO: 'The disk reports an error; check it, and try again.',
  EMFILE: 'This process has too many open files; close some, or raise the limit.',
  ENFILE: 'This machine has too many open files; close some.',
  ENOMEM: 'The machine has no memory left.',
  ENODEV: 'There is no such device.',
  ENXIO: 'There is no such device.',
  ESTALE: 'The network folder has gone; mount it again.',
  ETIMEDOUT: 'The folder is on a network that does not answer.',
  EINVAL: 'The system does not take such a name.',
  EILSEQ: 'The system does not take such a name.',
  EBUSY: 'Another program or a mount holds it; free it, or name another file.',
})
const byDeed: Readonly<Record<Doing, Readonly<Record<string, string>>>> = {
  read: {
    EISDIR: 'This is a folder; name the template in it.',
    EACCES: 'The file may not be read by this user.',
    EPERM: 'The file may not be read by this user.',
    EFBIG: 'It is larger than 64 MB, which no template or list of values is; name the file itself.',
  },
  write: {
    ENOENT: 'There is no folder to write it into; make it first.',
    EISDIR: 'This is a folder; name a file in it.',
    EACCES: 'The file or its folder may not be written by this user; what was there is as it was.',
    EPERM: 'The file or its folder may not be written by this user; what was there is as it was.',
    EROFS: 'The disk is mounted for reading only; what was there is as it was.',
    ENOSPC: 'The disk is full; what was there is as it was.',
    EDQUOT: 'The quota of this user is used up; what was there is as it was.',
    EFBIG: 'The file would be larger than this user may write; what was there is as it was.',
    ETXTBSY: 'It is a program that runs; stop it first.',
    EEXIST: 'Another file is in the way.',
    EXDEV: 'The folder is on another disk than the file.',
  },
  listen: {
    EADDRINUSE: 'The port is taken; choose another with --port.',
    EACCES: 'This user may not listen at this port; choose one from 1024 on with --port.',
    EADDRNOTAVAIL: 'This machine has no loopback address to listen at.',
  },
}

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The sentence for what the system says; undefined where it is no word of the system's. */
export const reasonFor = (error: unknown, doing: Doing): string | undefined =>
  byDeed[doing][errorCode(error)] ?? always[errorCode(error)]

const inWords = (error: unknown, name: string, doing: Doing): unknown => {
  const reason = reasonFor(error, doing)
  return reason === undefined ? error : new SystemRefusal(`${name}: ${reason}`)
}

/** Runs something on a file; what the system refuses is told with the name that the person gave. */
export async function onSystem<T>(name: string, doing: Doing, call: () => Promise<T> | T): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw inWords(error, name, doing)
  }
}
/** The same for what is done at once. */
export function onSystemNow<T>(name: string, doing: Doing, call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw inWords(error, name, doing)
  }
}

const listening = new Set(['listen', 'bind'])
const writing = new Set(['write', 'rename', 'fsync', 'mkdir', 'ftruncate', 'chmod', 'copyfile'])

/** The sentence for an error that reached the end of the command; undefined where the fault is ours. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof SystemRefusal) return error.message
  if (!(error instanceof Error) || !('syscall' in error)) return undefined
  const syscall = String(error.syscall)
  const doing = listening.has(syscall) ? 'listen' : writing.has(syscall) ? 'write' : 'read'
  const reason = reasonFor(error, doing)
  const place = 'path' in error ? `${String(error.path)}: ` : ''
  return reason === undefined ? undefined : `${place}${reason}`
}
