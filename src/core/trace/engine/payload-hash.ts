/**
 * Lambda takes no unsigned payloads: with an origin access control the viewer has to send the body's SHA-256.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
import type { OriginRequest } from '#core/trace/message/message.ts'

export const payloadHash = 'x-amz-content-sha256'

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** AWS names PUT and POST; that any other request with a body is refused as well is inferred. */
export const needsPayloadHash = ({ origin, method, body }: OriginRequest): boolean =>
  origin.kind === 'lambda-url' && (method === 'PUT' || method === 'POST' || body !== '')

/** Why the function URL refuses the signature, or null. */
export async function payloadProblem(request: OriginRequest, sent: string | null): Promise<string | null> {
  if (sent === null) return `the viewer sends no ${payloadHash}`
  const digest = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(request.body)))
  return sent.toLowerCase() === digest
    ? null
    : `the ${payloadHash} that the viewer sends is not that of the body`
}
