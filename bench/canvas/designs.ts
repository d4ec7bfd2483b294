/** The design that both pages show, and a server for a built page. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
}

/** Serves a folder on a free loopback port; what has a hash in its name is kept, as `frontage serve` has it. */
export function serve(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'text/plain',
      'cache-control': kept,
    })
    response.end(readFileSync(file))
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address with one.
      done({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })
    })
  })
}

const managed = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const originOf = (behavior: number, origins: number) => behavior % origins

export const template = (behaviors: number, origins: number): string =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Origins: Array.from({ length: origins }, (_, index) => ({
              Id: `origin-${index}`,
              DomainName: `origin-${index}.example.com`,
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            })),
            DefaultCacheBehavior: {
              TargetOriginId: 'origin-0',
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: managed,
            },
            CacheBehaviors: Array.from({ length: behaviors - 1 }, (_, index) => ({
              PathPattern: `/part-${index}/*`,
              TargetOriginId: `origin-${originOf(index, origins)}`,
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: managed,
            })),
          },
        },
      },
    },
  })

/** The lines of the drawing by the places of its nodes: the viewers', the distribution's, the behaviors', the origins'. */
export const linesOf = (behaviors: number, origins: number): [from: number, to: number][] => [
  [0, 1],
  ...Array.from({ length: behaviors }, (_, index): [number, number] => [
    2 + index,
    // The default behavior is the last row.
    2 + behaviors + (index === behaviors - 1 ? 0 : originOf(index, origins)),
  ]),
]
