import type { FunctionExample } from './example.ts'

export const securityHeaders: FunctionExample = {
  id: 'security-headers',
  title: 'Security headers',
  summary:
    'Adds the usual security headers to every response. A response headers policy does this without code.',
  event: 'viewer-response',
  runtime: 'cloudfront-js-2.0',
  code: `function handler(event) {
  const headers = event.response.headers;
  headers['strict-transport-security'] = { value: 'max-age=63072000; includeSubDomains' };
  headers['x-content-type-options'] = { value: 'nosniff' };
  headers['x-frame-options'] = { value: 'DENY' };
  headers['referrer-policy'] = { value: 'same-origin' };
  return event.response;
}
`,
}

export const tokenCheck: FunctionExample = {
  id: 'jwt-check',
  title: 'Check a signed token',
  summary:
    'Lets a request through only with an unexpired HS256 token; the secret is the store’s “jwt.secret”.',
  event: 'viewer-request',
  runtime: 'cloudfront-js-2.0',
  code: `import cf from 'cloudfront';
import crypto from 'crypto';

const store = cf.kvs();
const denied = { statusCode: 401, statusDescription: 'Unauthorized' };

function payloadOf(token, secret) {
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  const signature = crypto.createHmac('sha256', secret).update(parts[0] + '.' + parts[1]).digest('base64url');
  if (signature !== parts[2]) return null;
  return JSON.parse(Buffer.from(parts[1], 'base64url').toString());
}

async function handler(event) {
  const header = event.request.headers.authorization;
  if (!header || !header.value.startsWith('Bearer ')) return denied;
  const secret = await store.get('jwt.secret');
  const payload = payloadOf(header.value.slice(7), secret);
  if (!payload || (payload.exp && payload.exp * 1000 < Date.now())) return denied;
  return event.request;
}
`,
}

export const normalizeKey: FunctionExample = {
  id: 'normalize-cache-key',
  title: 'Normalize the cache key',
  summary: 'Drops tracking parameters and sorts the others, so that equal pages share one cached object.',
  event: 'viewer-request',
  runtime: 'cloudfront-js-2.0',
  code: `function handler(event) {
  const request = event.request;
  const kept = {};
  Object.keys(request.querystring)
    .sort()
    .forEach((name) => {
      if (!name.startsWith('utm_') && name !== 'fbclid') kept[name] = request.querystring[name];
    });
  request.querystring = kept;
  return request;
}
`,
}
