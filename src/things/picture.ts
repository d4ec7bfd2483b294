/** The canvas as an SVG text: for pages, reviews and printing. A function of the design, like the canvas itself. */
import type { DesignDocument } from '#core/model/document.ts'
import type { NodeKindId } from './behavior-rows.ts'
import { type CanvasNode, type Frame, project } from './project.ts'
import { inFull, summaryOf } from './summary.ts'

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const margin = 24
const colors: Record<NodeKindId, string> = {
  viewer: '#5a6474',
  distribution: '#5b3fd6',
  behavior: '#0f766e',
  lane: '#0f766e',
  group: '#8b2f7a',
  origin: '#a04a12',
}
const font = 'Inter, Segoe UI, system-ui, sans-serif'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** A text cut to what fits, by the mean width of its letters. */
const fitted = (text: string, width: number, size: number): string => {
  const most = Math.floor(width / (size * 0.54))
  return escaped(text.length > most ? `${text.slice(0, most - 1)}…` : text)
}

const line = (x: number, y: number, size: number, fill: string, text: string, weight = 400) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${text}</text>`

/** A behavior as a row of its frame: number, pattern, and its settings in one line. */
function rowSvg(document: DesignDocument, node: CanvasNode): string {
  const summary = summaryOf(document, node)
  const { x, y } = node.position
  const { width, height } = node.size
  const pattern = Math.min(300, width / 3)
  const base = y + height / 2 + 4
  return [
    `<path d="M${x} ${y + height}h${width}" stroke="#dde1e8"/>`,
    line(x + 10, base, 11, '#5a6474', node.order === undefined ? '' : String(node.order)),
    line(x + 36, base, 13, '#171b22', fitted(summary.title, pattern - 10, 13), 650),
    line(
      x + 36 + pattern,
      base,
      11.5,
      colors[node.kind],
      fitted(inFull(summary), width - pattern - 50, 11.5),
    ),
  ].join('')
}

function headSvg(document: DesignDocument, node: CanvasNode): string {
  const { title, subtitle, badges } = summaryOf(document, node)
  const { x, y } = node.position
  const inner = node.size.width - 26
  return [
    line(x + 13, y + 24, 15, '#171b22', fitted(title, inner, 15), 650),
    line(x + 13, y + 44, 11.5, '#5a6474', fitted([subtitle, ...badges].join(' · '), inner, 11.5)),
  ].join('')
}

function cardSvg(document: DesignDocument, node: CanvasNode): string {
  const { title, subtitle, badges } = summaryOf(document, node)
  const { x, y } = node.position
  const { width, height } = node.size
  const color = colors[node.kind]
  const inner = width - 22
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#dde1e8"/>`,
    `<rect x="${x}" y="${y + 6}" width="3" height="${Math.max(4, height - 12)}" rx="1.5" fill="${color}"/>`,
    line(x + 12, y + 20, 13, '#171b22', fitted(title, inner, 13), 650),
    node.kind === 'viewer' ? '' : line(x + 12, y + 37, 11.5, '#5a6474', fitted(subtitle, inner, 11.5)),
    line(x + 12, y + 54, 11, color, fitted(badges.join(' · '), inner, 11)),
  ].join('')
}

function nodeSvg(document: DesignDocument, node: CanvasNode): string {
  if (node.kind === 'distribution') return headSvg(document, node)
  return node.kind === 'behavior' || node.kind === 'lane' ? rowSvg(document, node) : cardSvg(document, node)
}

const frameSvg = ({ x, y, width, height }: Frame): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#b9c0cc"/>` +
  `<rect x="${x}" y="${y}" width="${width}" height="3" rx="1.5" fill="${colors.distribution}"/>`

function edgeSvg(from: CanvasNode, to: CanvasNode): string {
  const [x1, y1] = [from.position.x + from.size.width, from.position.y + from.size.height / 2]
  const [x2, y2] = [to.position.x, to.position.y + to.size.height / 2]
  const bend = Math.max(30, Math.abs(x2 - x1) / 2)
  return `<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" fill="none" stroke="#b9c0cc" stroke-width="1.5"/>`
}

/** The whole design, whatever is folded or dimmed on the screen; always light, as paper is. */
export function pictureOf(document: DesignDocument, name: string): Picture {
  const { nodes, edges, frames, byId } = project(document)
  const left = Math.min(0, ...nodes.map(({ position }) => position.x)) - margin
  const top = Math.min(0, ...nodes.map(({ position }) => position.y)) - margin
  const right = Math.max(1, ...nodes.map(({ position, size }) => position.x + size.width)) + margin
  const ends = [
    ...nodes.map(({ position, size }) => position.y + size.height),
    ...frames.map(({ y, height }) => y + height),
  ]
  const bottom = Math.max(1, ...ends) + margin
  const [width, height] = [Math.ceil(right - left), Math.ceil(bottom - top)]
  const lines = edges.map(({ from, to, is }) => {
    const [source, target] = [byId.get(from), byId.get(to)]
    return source && target && is !== 'within' ? edgeSvg(source, target) : ''
  })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="${font}" role="img">`,
    `<title>${escaped(name)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#f6f7f9"/>`,
    ...frames.map(frameSvg),
    ...lines,
    ...nodes.map((node) => nodeSvg(document, node)),
    '</svg>',
  ].join('\n')
  return { svg, width, height }
}
