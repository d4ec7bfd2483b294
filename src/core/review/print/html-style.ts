/** The look of the page, in light and dark. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --paper: #fff; --danger: #b42318; --change: #8a5a00; --note: #57606a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9da7b1; --line: #3d444d; --paper: #0f1419; --danger: #ff8b7e; --change: #e3b341; --note: #9da7b1; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
section { border-left: 4px solid var(--line); padding-left: 1rem; margin: 1rem 0; }
section.danger { border-color: var(--danger); } section.change { border-color: var(--change); }
p { margin: 0.25rem 0; color: var(--quiet); } p code, li code { color: var(--ink); }
code, pre { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { border: 1px solid var(--line); padding: 0.5rem; overflow: auto; }
ul { padding-left: 1.2rem; } li { margin: 0.5rem 0; }
li.danger > b { color: var(--danger); } li.change > b { color: var(--change); } li.note > b { color: var(--note); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.75rem; margin: 0.25rem 0; color: var(--quiet); font-size: 0.9em; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-size: 0.9em; margin: 0.5rem 0; width: 100%; }
th, td { text-align: left; vertical-align: top; border-top: 1px solid var(--line); padding: 0.25rem 0.75rem 0.25rem 0; overflow-wrap: anywhere; }
tr:not(.differs) td { color: var(--quiet); } tr.differs td { color: var(--ink); }
svg { max-width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); } svg .box { fill: none; stroke: var(--line); }
svg .edge { fill: none; stroke: var(--line); stroke-width: 1.5; } svg .edge.new { stroke: var(--danger); stroke-width: 3; } svg .edge.gone { stroke: var(--danger); stroke-dasharray: 5 4; }
svg .changed .box { stroke: var(--change); stroke-width: 3; } svg .new .box { stroke: var(--danger); stroke-width: 3; } svg .gone .box { stroke: var(--danger); stroke-dasharray: 5 4; } svg .caption { fill: var(--quiet); }
@media print {
  :root { color-scheme: light; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --paper: #fff; --danger: #b42318; --change: #8a5a00; --note: #57606a; }
  body { max-width: none; margin: 0; padding: 0; }
  h2, h3 { break-after: avoid; } li, tr, svg { break-inside: avoid; }
}
`
