// Runs before the first paint: the page never flashes in the wrong theme, and what an open design needs is asked for at once.
try {
  const theme = localStorage.getItem('frontage-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const files = document.querySelector('meta[name="frontage-ahead"]')?.content.split(' ') ?? []
  if (location.hash.length > 1 || localStorage.getItem('frontage-open')) {
    for (const href of files) {
      const isStyle = href.endsWith('.css')
      const link = { rel: isStyle ? 'preload' : 'modulepreload', as: isStyle ? 'style' : 'script', href }
      document.head.append(Object.assign(document.createElement('link'), link, { crossOrigin: 'anonymous' }))
    }
    // The frame of the design's page is there before the page is: with its palette, as wide as it was left.
    document.documentElement.dataset.opens = ''
    const { folded = {}, widths = {} } = JSON.parse(localStorage.getItem('frontage-frame') || '{}')
    const mode = location.hash.split('/')[2] || 'design'
    if (!(folded[`${mode} left`] ?? mode !== 'design')) document.documentElement.dataset.opens = 'sided'
    if (widths.left > 0) document.documentElement.style.setProperty('--side', `${widths.left}px`)
  }
} catch {
  // Without storage the system's theme holds.
}
