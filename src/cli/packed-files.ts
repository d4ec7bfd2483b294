/** The assets of the page as a browser gets them compressed, each once: its name holds a hash of it. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { acceptsCoding } from '#core/http/accept-encoding.ts'
import type { StaticFile } from './static-files.ts'

/** Fonts and pictures are compressed already. */
const isWorthwhile = ({ type, body }: StaticFile): boolean =>
  body.length > 1024 && /^text\/|^application\/(?:json|manifest\+json|wasm)|^image\/svg/.test(type)

/** A checkout builds again while it is served; the names of what is gone would stay. */
const most = 500

export type Packer = (
  name: string,
  file: StaticFile,
  accepts: string | undefined,
) => Promise<Uint8Array | undefined>

/** Gives the bytes of a file for a browser that takes gzip; undefined where it gets the file as it is. */
export function createPacker(): Packer {
  const packed = new Map<string, Promise<Uint8Array>>()
  return async (name, file, accepts) => {
    if (!isWorthwhile(file) || !acceptsCoding(accepts ?? null, 'gzip')) return undefined
    const known = packed.get(name) ?? promisify(gzip)(file.body)
    if (packed.size >= most) packed.clear()
    packed.set(name, known)
    return known
  }
}
