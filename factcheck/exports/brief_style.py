"""The style of the brief: for a wide and a narrow window, light and dark, and paper. No font, image or script is fetched."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #22262b; --soft: #5a5f66; --line: #e3ded4; --card: #f6f3ed; --link: #2f5d8a;
  --claim: #e6ecf3; --mark: #fbe2a8; --mark-line: #8a6100; --bar: #3d5a78; --grid: #e3ded4;
  --red: #8a1c1c; --red-back: #fbe4e1; --amber: #6b4a00; --amber-back: #faefcf; --blue: #1f4f7d; --blue-back: #e2edf7;
  --green: #1d5b34; --green-back: #e0f0e4; --violet: #563a80; --violet-back: #ece5f6; --grey: #4c5158; --grey-back: #ecebe7;
  --serif: Charter, "Source Serif 4", Georgia, "Times New Roman", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ink: #e6e4df; --soft: #a9adb3; --line: #343a41; --card: #1f242a; --link: #8ab4dc;
    --claim: #2c3742; --mark: #5b4713; --mark-line: #f0d084; --bar: #9db8d3; --grid: #343a41;
    --red: #ffb4ab; --red-back: #4a1d1b; --amber: #f0d084; --amber-back: #40330f; --blue: #a5cdf2; --blue-back: #1c3348;
    --green: #9edab0; --green-back: #1a3a26; --violet: #cfb9f2; --violet-back: #34264b; --grey: #c3c6ca; --grey-back: #2e3338;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 54rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--sans); overflow-wrap: break-word;
}
h1 { font: 600 2.1rem/1.2 var(--serif); margin: .2rem 0 .6rem; text-wrap: balance; }
h2 { font: 600 1.35rem/1.3 var(--serif); margin: 3rem 0 .2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font: 600 1.15rem/1.35 var(--serif); margin: .5rem 0 .3rem; text-wrap: pretty; }
h4 { font: 600 .8rem/1.4 var(--sans); color: var(--soft); margin: 1.1rem 0 .3rem; }
p { margin: .3rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.soft { color: var(--soft); font-size: .9rem; }
.kind { color: var(--soft); font-size: .9rem; margin: 0; }
.lead { font-size: 1.05rem; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.2rem 0; padding: 0; list-style: none; }
.counts a { text-decoration: none; }
.counts a:hover { text-decoration: underline; }
.chip {
  display: inline-block; padding: .1rem .65rem; border-radius: 1rem; font-size: .84rem; font-weight: 600; line-height: 1.6;
  white-space: nowrap;
}
.contradicted { color: var(--red); background: var(--red-back); }
.unclear { color: var(--amber); background: var(--amber-back); }
.compatible { color: var(--blue); background: var(--blue-back); }
.agreed { color: var(--green); background: var(--green-back); }
.repeated { color: var(--violet); background: var(--violet-back); }
.single-source { color: var(--grey); background: var(--grey-back); }
.fact { margin: 1.6rem 0 2.4rem; }
.fact > header { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: baseline; }
.fact > header h3 { flex: 1 1 100%; }
.reason { font-size: 1.02rem; font-weight: 600; margin: .2rem 0 .8rem; }
.review { border-left: 3px solid var(--link); padding: .1rem 0 .1rem .8rem; margin: .6rem 0; }
.strip { margin: .9rem 0 1.2rem; padding: .7rem .9rem .4rem; background: var(--card); border-radius: .5rem; }
.strip ol { list-style: none; margin: 0; padding: 0; }
.strip li, .strip .axis {
  display: grid; grid-template-columns: minmax(0, 13rem) minmax(0, 1fr) minmax(0, 9.5rem); gap: 0 1rem; align-items: center;
  font-size: .88rem; line-height: 1.35;
}
.strip li > span { padding: .22rem 0; }
.strip svg { display: block; width: 100%; height: 1.5rem; overflow: visible; }
.strip li > svg { align-self: stretch; height: 100%; min-height: 1.5rem; }
.strip .axis { color: var(--soft); font-size: .78rem; font-variant-numeric: tabular-nums; }
.strip .axis svg { height: 1.2rem; }
.strip text { fill: var(--soft); font: .75rem var(--sans); }
.strip .grid { stroke: var(--grid); stroke-width: 1; }
.strip .bar, .strip .open { stroke: var(--bar); stroke-width: 3; fill: none; }
.strip .dot { fill: var(--bar); }
.strip .bound { fill: var(--card); stroke: var(--bar); stroke-width: 2; }
.strip b { font-variant-numeric: tabular-nums; }
.strip small { display: block; color: var(--soft); font-size: .8rem; }
.voices { list-style: none; margin: 0; padding: 0; }
.voices > li { display: grid; grid-template-columns: 1.9rem minmax(0, 1fr); padding: .55rem 0; break-inside: avoid; }
.voices > li + li { border-top: 1px solid var(--line); }
.number { font-size: .85rem; font-weight: 600; color: var(--soft); font-variant-numeric: tabular-nums; line-height: 1.7; }
.by { font-size: .9rem; }
blockquote {
  margin: .2rem 0 0; font: 1.05rem/1.6 var(--serif); color: var(--soft); overflow-wrap: anywhere; unicode-bidi: isolate;
}
blockquote .claim { color: var(--ink); background: var(--claim); border-radius: .2em; padding: .06em .1em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark { background: var(--mark); color: inherit; border-radius: .15em; padding: 0 .06em;
  text-decoration: underline 2px var(--mark-line); text-underline-offset: .18em; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; margin: .8rem 0; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.sources td:nth-child(n + 3), .sources th:nth-child(n + 3) { white-space: nowrap; }
.brief-facts { margin: .6rem 0; padding: 0; list-style: none; }
.brief-facts li { padding: .5rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.brief-facts blockquote { font-size: 1rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
@media (max-width: 640px) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.65rem; }
  .strip li { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
  .strip li > svg { grid-column: 1 / -1; grid-row: 2; height: 1.5rem; margin-bottom: .45rem; }
  .strip li > .value { text-align: right; }
  .strip .axis { grid-template-columns: minmax(0, 1fr); }
  .strip .axis span { display: none; }
  table.sources thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.sources, table.sources tbody, table.sources tr, table.sources td { display: block; border: 0; padding: .1rem 0; }
  table.sources tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  table.sources td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media print {
  @page { margin: 18mm 16mm; }
  html { font-size: 9.5pt; }
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; background: none; }
  h2 { margin-top: 1.5rem; }
  .fact { margin: 1rem 0 1.6rem; }
  h2, h3, .fact > header, .reason { break-after: avoid; }
  .strip, tr { break-inside: avoid; }
  .strip, .chip, mark, blockquote .claim { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .counts a, a { color: inherit; text-decoration: none; }
  table.sources a[href^="http"]::after { content: " (" attr(href) ")"; color: var(--soft); font-size: 8pt; }
}
"""
