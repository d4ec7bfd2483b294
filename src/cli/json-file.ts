/** A JSON file that an option names. */

import { failed, ok, type Result } from '#core/ground/result.ts'
import { readTextBounded } from './bounded-read.ts'
import { reasonFor } from './system.ts'

export async function readJson(file: string): Promise<Result<unknown, string>> {
  try {
    return ok(JSON.parse(await readTextBounded(file)))
  } catch (error) {
    const reason = reasonFor(error, 'read') ?? 'The file is not JSON.'
    return failed(`${file}: ${reason}`)
  }
}
