import type { FunctionExample } from './example.ts'

export const redirect: FunctionExample = {
  id: 'redirect',
  title: 'Redirect moved pages',
  summary: 'Answers known old paths with a permanent redirect; everything else goes on.',
  event: 'viewer-request',
  runtime: 'cloudfront-js-2.0',
  code: `const moved = {
  '/old': '/new',
  '/blog': '/articles',
};

function handler(event) {
  const target = moved[event.request.uri];
  if (!target) return event.request;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: target } },
  };
}
`,
}

export const singlePageApp: FunctionExample = {
  id: 'spa-rewrite',
  title: 'Single-page app',
  summary: 'Serves the app shell for every path that names no file.',
  event: 'viewer-request',
  runtime: 'cloudfront-js-2.0',
  code: `function handler(event) {
  const request = event.request;
  const last = request.uri.split('/').pop();
  if (!last.includes('.')) request.uri = '/index.html';
  return request;
}
`,
}

export const splitTest: FunctionExample = {
  id: 'ab-by-cookie',
  title: 'A/B test by cookie',
  summary: 'Keeps a viewer in its group by cookie; a new viewer is drawn into one, and the path says which.',
  event: 'viewer-request',
  runtime: 'cloudfront-js-2.0',
  code: `function handler(event) {
  const request = event.request;
  const cookie = request.cookies.group;
  const group = cookie ? cookie.value : Math.random() < 0.5 ? 'a' : 'b';
  if (group === 'b') request.uri = '/b' + request.uri;
  request.headers['x-group'] = { value: group };
  return request;
}
`,
}

export const redirectMap: FunctionExample = {
  id: 'kvs-redirect-map',
  title: 'Redirect map in a key value store',
  summary:
    'Looks the path up in the associated key value store, so that redirects change without a deployment.',
  event: 'viewer-request',
  runtime: 'cloudfront-js-2.0',
  code: `import cf from 'cloudfront';

const redirects = cf.kvs();

async function handler(event) {
  const path = event.request.uri;
  const known = await redirects.exists(path);
  if (!known) return event.request;
  const target = await redirects.get(path);
  return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: target } } };
}
`,
}

export const originByCountry: FunctionExample = {
  id: 'origin-by-country',
  title: 'Origin by country',
  summary: 'Sends viewers of some countries to an origin of their own (Lambda@Edge, origin request).',
  event: 'origin-request',
  runtime: 'nodejs22.x',
  code: `const near = { DE: 'eu.example.com', FR: 'eu.example.com' };

export const handler = async (event) => {
  const request = event.Records[0].cf.request;
  const country = request.headers['cloudfront-viewer-country'];
  const domainName = country && near[country[0].value];
  if (domainName && request.origin.custom) {
    request.origin.custom.domainName = domainName;
    request.headers.host = [{ key: 'Host', value: domainName }];
  }
  return request;
};
`,
}
