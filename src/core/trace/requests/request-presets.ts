/** Requests worth trying: who asks, and what for. */
import type { Viewer, ViewerRequest } from '#core/model/scenario.ts'

export interface Device {
  readonly id: string
  readonly label: string
  /** What CloudFront tells devices by: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html */
  readonly userAgent: string
}

export const devices: readonly Device[] = [
  {
    id: 'desktop',
    label: 'Desktop browser',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  },
  {
    id: 'iphone',
    label: 'iPhone',
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  },
  {
    id: 'android',
    label: 'Android phone',
    userAgent:
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  },
  {
    id: 'tablet',
    label: 'Tablet',
    userAgent:
      'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1',
  },
  {
    id: 'tv',
    label: 'Smart TV',
    userAgent:
      'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.0.0 Safari/537.36',
  },
  {
    id: 'googlebot',
    label: 'Googlebot',
    userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  },
  { id: 'curl', label: 'curl', userAgent: 'curl/8.11.0' },
]

/** The device whose user agent it is, or undefined for any other text. */
export const deviceOf = (userAgent: string | undefined): Device | undefined =>
  devices.find((device) => device.userAgent === userAgent)

export interface RequestPreset {
  readonly id: string
  readonly label: string
  readonly about: string
  readonly method: string
  /** They replace those of the request. */
  readonly headers: Readonly<Record<string, string>>
  readonly viewer: Viewer
}

const agent = (id: string) => devices.find((device) => device.id === id)?.userAgent ?? ''

export const requestPresets: readonly RequestPreset[] = [
  {
    id: 'browser',
    label: 'Desktop browser in Germany',
    about: 'A first visit: takes HTML, gzip and Brotli.',
    method: 'GET',
    headers: { 'User-Agent': agent('desktop'), Accept: 'text/html', 'Accept-Encoding': 'gzip, deflate, br' },
    viewer: { pop: 'FRA56', country: 'DE', httpVersion: '2' },
  },
  {
    id: 'mobile-japan',
    label: 'Mobile in Japan',
    about: 'An iPhone in Tokyo over HTTP/3.',
    method: 'GET',
    headers: {
      'User-Agent': agent('iphone'),
      Accept: 'text/html',
      'Accept-Encoding': 'gzip, deflate, br',
      'Accept-Language': 'ja-JP',
    },
    viewer: { pop: 'NRT57', country: 'JP', httpVersion: '3' },
  },
  {
    id: 'googlebot',
    label: 'Googlebot',
    about: 'The crawler from the United States: no cookies, no referrer.',
    method: 'GET',
    headers: { 'User-Agent': agent('googlebot'), Accept: '*/*', 'Accept-Encoding': 'gzip, deflate, br' },
    viewer: { pop: 'IAD89', country: 'US', httpVersion: '1.1' },
  },
  {
    id: 'preflight',
    label: 'CORS preflight',
    about: 'What a browser asks before a PUT with a token from another origin.',
    method: 'OPTIONS',
    headers: {
      Origin: 'https://app.example.com',
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
    viewer: { pop: 'FRA56', country: 'DE', httpVersion: '2' },
  },
  {
    id: 'cors',
    label: 'CORS request',
    about: 'The same page after the preflight, or a font: with an Origin header.',
    method: 'GET',
    headers: { Origin: 'https://app.example.com', Accept: '*/*' },
    viewer: { pop: 'FRA56', country: 'DE', httpVersion: '2' },
  },
  {
    id: 'range',
    label: 'Range request',
    about: 'The first kibibyte of a video or a download.',
    method: 'GET',
    headers: { Range: 'bytes=0-1023' },
    viewer: { pop: 'FRA56', country: 'DE', httpVersion: '2' },
  },
  {
    id: 'conditional',
    label: 'Reload with an ETag',
    about: 'The viewer has a copy and asks whether it is still good.',
    method: 'GET',
    headers: { 'If-None-Match': '"v1"' },
    viewer: { pop: 'FRA56', country: 'DE', httpVersion: '2' },
  },
  {
    id: 'api-token',
    label: 'API call with a token',
    about: 'Does Authorization reach the origin?',
    method: 'POST',
    headers: { Authorization: 'Bearer test', 'Content-Type': 'application/json' },
    viewer: { pop: 'FRA56', country: 'DE', httpVersion: '2' },
  },
]

/** A request as a preset would make it, to the same URL. */
export const presetRequest = ({ method, headers, viewer }: RequestPreset, url: string): ViewerRequest => ({
  method,
  url,
  headers,
  viewer,
})
