/** The style sheet of a page: light, dark and paper; system fonts; no picture and no font from elsewhere. */

/** Colours on white; text at least 4.5 to 1 against the paper, marks at least 3 to 1. */
export const LIGHT = `--paper:#fffefb;--ink:#1d2129;--soft:#515866;--faint:#6f7683;--grid:#dfe1e4;--panel:#f3f2ee;--link:#0b4f9e;
--accent:#2c6cb0;--second:#b4561c;--band-1:#858e9b;--band-2:#3b75af;--band-3:#b97f1e;--band-4:#7a5aa6;--band-5:#c05a3c;--band-6:#3f8f7a`;

/** Colours on black, held to the same. */
export const DARK = `--paper:#14171c;--ink:#eceef2;--soft:#b6bcc7;--faint:#8d95a3;--grid:#2f353f;--panel:#1d2128;--link:#8fc1ff;
--accent:#5b9bdf;--second:#e58a4e;--band-1:#7b8594;--band-2:#4d8fd1;--band-3:#c39a3f;--band-4:#9c80c9;--band-5:#d3745a;--band-6:#4fa790`;

/** Below this width of the screen the narrow drawing of each picture is shown. */
const NARROW = '35.99rem';

/** The style sheet. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT.replace('--paper:#fffefb', '--paper:#fff')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
.wrap{max-width:47rem;margin:0 auto;padding:1rem 1rem 3rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:1}
h1{font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.15;margin:.6rem 0 .3rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.25;margin:2.6rem 0 .4rem;padding-top:.9rem;border-top:1px solid var(--grid)}
h2.side{font-size:1.05rem;margin:1rem 0 .3rem;padding:0;border:0}
h3{font-size:1.05rem;margin:1.8rem 0 .3rem}
p,ul,ol,dl{margin:.5rem 0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.question{font-size:1.12rem;color:var(--soft);margin:.2rem 0 0}
.answer{font-size:1.16rem;line-height:1.5;background:var(--panel);border-left:4px solid var(--accent);padding:.8rem 1rem;margin:1.1rem 0}
.answer p{margin:0 0 .5rem}.answer p:last-child{margin:0}
.meta,figcaption .how,.note{color:var(--soft);font-size:.92rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;padding:0;margin:.8rem 0;font-size:.95rem}
figure{margin:1rem 0 1.6rem}
figcaption{margin:0 0 .6rem}
figcaption h3{margin:0 0 .2rem}
.chart-box{display:block}
.chart-box svg{display:block;width:100%;height:auto;font-family:inherit;overflow:visible}
.chart-box.narrow{display:none;max-width:30rem}
@media (max-width:${NARROW}){.chart-box.wide{display:none}.chart-box.narrow{display:block}}
.chart text{white-space:pre;font-family:inherit}
.legend{color:var(--soft);font-size:.9rem;margin:.4rem 0}
.legend p{margin:.3rem 0}
.key,.events{list-style:none;padding:0;margin:.4rem 0}
.key{display:flex;flex-wrap:wrap;gap:.15rem 1rem}
.events{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:.1rem 1.2rem}
.events li{padding-left:1.4em;text-indent:-1.4em}.events b{display:inline-block;width:1.4em;text-indent:0;color:var(--ink)}
.swatch{display:inline-block;width:.85em;height:.85em;margin-right:.4em;vertical-align:-.05em;border:1px solid var(--faint);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sample{display:inline-block;width:1.9em;height:0;border-top:3px solid;margin-right:.4em;vertical-align:.25em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sample.dashed{border-top-style:dashed}
.chart-box,.answer{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details{margin:.5rem 0}summary{cursor:pointer;color:var(--link);padding:.25rem 0}
.scroll{overflow-x:auto;margin:.4rem 0}
table{border-collapse:collapse;font-size:.88rem;min-width:100%;overflow-wrap:normal}
caption{text-align:left;font-weight:600;padding:.3rem 0;color:var(--soft);max-width:min(45rem,calc(100vw - 2rem))}
th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;border-bottom:1px solid var(--grid);font-variant-numeric:tabular-nums}
thead th{border-bottom:2px solid var(--faint)}tbody th{font-weight:500}
td.text,th{min-width:4.6rem}td.long{min-width:13rem}th.short{white-space:nowrap}
.people{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2rem}
.people ul{padding-left:1.1rem}
dl.made{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dl.made dt{color:var(--soft)}dl.made dd{margin:0}
code{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.88em}
pre{background:var(--panel);padding:.7rem;overflow-x:auto;white-space:pre-wrap;margin:.5rem 0}
.story{padding-left:1.2rem}h4{margin:.4rem 0}.against{font-weight:400;color:var(--soft)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2rem}
@media print{body{font-size:10.5pt}.wrap{max-width:none;padding:0}nav,.skip{display:none}figure,.answer{break-inside:avoid}h2,h3{break-after:avoid}
a{color:inherit}.chart-box.wide{display:block!important;max-width:46rem}.chart-box.narrow{display:none!important}summary{color:inherit}
details::details-content{content-visibility:visible;height:auto;display:block}}
`;
