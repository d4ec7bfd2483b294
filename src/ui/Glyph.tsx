/** Our own icons for what a design is made of: one line each, in a square of 16, drawn in the color of the text. */
import styles from './glyph.module.css'

const paths = {
  viewers: 'M8 7.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 14c.5-3 2.6-4.5 5.5-4.5s5 1.5 5.5 4.5',
  distribution:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c2 1.8 2.8 3.8 2.8 6S10 12.2 8 14C6 12.2 5.2 10.2 5.2 8S6 3.8 8 2z',
  staging: 'M6.5 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 4.1a4.5 4.5 0 1 1 0 7.8',
  behavior: 'M2 8h3.5C8 8 7.5 4 10 4h4M5.5 8C8 8 7.5 12 10 12h4M12 2l2 2-2 2M12 10l2 2-2 2',
  lane: 'M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3',
  group:
    'M3.5 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM12.5 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM12.5 13.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM5 7.3l6-2.6M5 8.7l1.6.7M9.4 10.6l1.6.7',
  bucket:
    'M2.5 4c0-1 2.5-1.8 5.5-1.8s5.5.8 5.5 1.8S11 5.8 8 5.8 2.5 5 2.5 4zM2.5 4l1.4 8.4c.2.9 2 1.5 4.1 1.5s3.9-.6 4.1-1.5L13.5 4',
  website:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM2 6.3h12',
  balancer: 'M8 2v12M3 14v-3.5c0-1.4.8-2.3 2.2-2.3h5.6c1.4 0 2.2.9 2.2 2.3V14M6 4l2-2 2 2',
  api: 'M6 3C4.6 3 4.4 4 4.4 5.5S4 8 2.8 8c1.2 0 1.6 1 1.6 2.5S4.6 13 6 13M10 3c1.4 0 1.6 1 1.6 2.5S12 8 13.2 8c-1.2 0-1.6 1-1.6 2.5S11.4 13 10 13',
  lambda: 'M4 2.5h2L11 13.5h1.5M7.6 6.4 3.5 13.5',
  video:
    'M3.5 4h5.8a1.2 1.2 0 0 1 1.2 1.2v5.6A1.2 1.2 0 0 1 9.3 12H3.5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 3.5 4zM10.5 7 14 5v6l-3.5-2',
  private:
    'M4.5 7.5h7A1 1 0 0 1 12.5 8.5v4a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  server:
    'M3.5 2.5h9a1 1 0 0 1 1 1v2.9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1zM3.5 8.7h9a1 1 0 0 1 1 1v2.8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V9.7a1 1 0 0 1 1-1zM5 5h.01M5 11.1h.01',
  policy: 'M4 2h5.5L12.5 5v9H4zM9.3 2v3.2h3.2M6.3 8.3h4M6.3 11h4',
  forward: 'M2 8h9M7.8 4.8 11 8l-3.2 3.2M14 3v10',
  headers: 'M2.5 4h11M2.5 8h11M2.5 12h6',
  function: 'M12 3c-2.2-.9-3.5.1-3.9 2.2L6.9 11c-.4 2.1-1.6 2.9-3.9 2M5 7.2h6',
  store:
    'M3.5 3h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM2.5 6.3h11M2.5 9.7h11M6.5 3v10',
  access: 'M8 2l5 1.8v4c0 3-2.1 5.2-5 6.2-2.9-1-5-3.2-5-6.2v-4zM5.8 7.9l1.6 1.6 2.9-3.2',
  key: 'M5 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM7.5 8H14v2.3M11.3 8v1.8',
  certificate: 'M8 9.5A3.5 3.5 0 1 0 8 2.5a3.5 3.5 0 0 0 0 7zM6 9l-1 5 3-1.5L11 14l-1-5',
  alarm:
    'M8 2.5a3.6 3.6 0 0 1 3.6 3.6c0 3 1.4 4.4 1.4 4.4H3s1.4-1.4 1.4-4.4A3.6 3.6 0 0 1 8 2.5zM6.6 13a1.5 1.5 0 0 0 2.8 0',
  firewall: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M8 3v3.3M5.2 6.3v3.4M10.8 6.3v3.4M8 9.7V13',
  place:
    'M8 14c3-3.3 4.5-5.6 4.5-7.6a4.5 4.5 0 0 0-9 0C3.5 8.4 5 10.7 8 14zM8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8z',
  error: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3h.01',
  log: 'M2.5 3h11M2.5 6.3h7M2.5 9.7h11M2.5 13h5',
  resource: 'M8 2l5.2 3v6L8 14l-5.2-3V5zM2.8 5 8 8l5.2-3M8 8v6',
} as const

export type GlyphName = keyof typeof paths

/** A picture beside a word that says the same, so screen readers pass it over. `size` in pixels. */
export const Glyph = ({
  name,
  size = 15,
  className,
}: {
  readonly name: GlyphName
  readonly size?: number
  readonly className?: string | undefined
}) => (
  <svg
    className={className === undefined ? styles['glyph'] : `${styles['glyph']} ${className}`}
    width={size}
    height={size}
    viewBox="0 0 16 16"
    aria-hidden
  >
    <path d={paths[name]} />
  </svg>
)
