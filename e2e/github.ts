/** Stands in for the comments of GitHub's API on loopback: the calls that the action makes, in GitHub's shapes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Comment {
  readonly id: number
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' }
  body: string
}

export const token = 'a-token'

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}

/** https://docs.github.com/en/rest/issues/comments */
export class GitHub {
  readonly comments: Comment[] = []
  readonly calls: string[] = []
  /** The token of a pull request from a fork may only read. */
  mayWrite = true
  private readonly server: Server

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response))
  }

  static async start(): Promise<GitHub> {
    const api = new GitHub()
    await new Promise<void>((done) => api.server.listen(0, '127.0.0.1', done))
    return api
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.server.close()
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    this.calls.push(`${method} ${url}`)
    const text = await bodyOf(request)
    const [status, json] =
      headers.authorization === `Bearer ${token}`
        ? this.result(method, url, text)
        : [401, { message: 'Bad credentials' }]
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(json))
  }

  private result(method: string, url: string, text: string): readonly [number, unknown] {
    if (method === 'GET') return [200, url.endsWith('page=1') ? this.comments : []]
    if (!this.mayWrite) return [403, { message: 'Resource not accessible by integration' }]
    const { body } = JSON.parse(text) as { body: string }
    if (method === 'POST') {
      const user = { login: 'github-actions[bot]', type: 'Bot' } as const
      this.comments.push({ id: 100 + this.comments.length, user, body })
      return [201, this.comments.at(-1)]
    }
    const found = this.comments.find(({ id }) => url.endsWith(`/issues/comments/${id}`))
    if (!found) return [404, { message: 'Not Found' }]
    found.body = body
    return [200, found]
  }
}
