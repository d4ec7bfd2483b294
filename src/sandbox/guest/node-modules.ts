/**
 * The texts of Node's modules, for Lambda functions: our own in `node`, those of libraries in `libraries`. A name that
 * begins with `guest:` is for our own modules alone.
 */
import eventsLibrary from './libraries/events.js?guest'
import inspect from './libraries/inspect.js?guest'
import punycode from './libraries/punycode.js?guest'
import querystring from './libraries/querystring.js?guest'
import readableStream from './libraries/stream.js?guest'
import stringDecoder from './libraries/string_decoder.js?guest'
import olderUrl from './libraries/url.js?guest'
import webStreams from './libraries/web-streams.js?guest'
import assert from './node/assert.js?raw'
import asyncHooks from './node/async_hooks.js?raw'
import awsSdk from './node/aws-sdk.js?raw'
import crypto from './node/crypto.js?raw'
import diagnosticsChannel from './node/diagnostics_channel.js?raw'
import engine from './node/engine.js?raw'
import equal from './node/equal.js?raw'
import events from './node/events.js?raw'
import http from './node/http.js?raw'
import https from './node/https.js?raw'
import intl from './node/intl.js?raw'
import path from './node/path.js?raw'
import perfHooks from './node/perf_hooks.js?raw'
import stream from './node/stream.js?raw'
import streamConsumers from './node/stream_consumers.js?raw'
import stubs from './node/stubs.js?raw'
import timers from './node/timers.js?raw'
import url from './node/url.js?raw'
import util from './node/util.js?raw'
import webEvents from './node/web-events.js?raw'
import webFetch from './node/web-fetch.js?raw'
import streamWeb from './node/web-streams.js?raw'
import webcrypto from './node/webcrypto.js?raw'
import whatwgUrl from './node/whatwg-url.js?raw'
import zlib from './node/zlib.js?raw'

export const nodeModules: Readonly<Record<string, string>> = {
  assert,
  async_hooks: asyncHooks,
  'guest:aws-sdk': awsSdk,
  crypto,
  diagnostics_channel: diagnosticsChannel,
  events,
  http,
  https,
  path,
  perf_hooks: perfHooks,
  punycode,
  querystring,
  stream,
  string_decoder: stringDecoder,
  timers,
  url,
  util,
  zlib,
  'guest:engine': engine,
  'guest:equal': equal,
  'guest:events': webEvents,
  'guest:events-library': eventsLibrary,
  'guest:fetch': webFetch,
  'guest:inspect': inspect,
  'guest:intl': intl,
  'guest:readable-stream': readableStream,
  'guest:stream-consumers': streamConsumers,
  'guest:stream-web': streamWeb,
  'guest:stubs': stubs,
  'guest:url': whatwgUrl,
  'guest:url-older': olderUrl,
  'guest:web-streams': webStreams,
  'guest:webcrypto': webcrypto,
}
