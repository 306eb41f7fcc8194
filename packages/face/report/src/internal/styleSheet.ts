/**
 * The page's style sheet and its one small script. System fonts only; every text colour has at
 * least 4.5 to 1 contrast on its ground. Without the script the page still switches languages
 * (by radio buttons) and prints folded tables in full where the browser knows `::details-content`.
 */

/** Style for screen and paper. */
export const styleSheet = `
:root{color-scheme:light;--ink:#1d2733;--quiet:#55606e;--rule:#dfe4ea;--deep:#16324a;--tint:#f4f7fa}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:4.5rem}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums}
article.page{max-width:1080px;margin:0 auto;padding:0 2rem 6rem}
.pick{position:absolute;width:1px;height:1px;opacity:0}
.bar{position:sticky;top:0;z-index:1;background:rgba(255,255,255,.94);border-bottom:1px solid var(--rule);text-align:right;padding:.5rem 2rem}
.bar label{display:inline-block;margin-left:.25rem;padding:.15rem .9rem;border:1px solid transparent;border-radius:999px;color:var(--quiet);cursor:pointer}
#lang-en:checked~.bar label[for=lang-en],#lang-zh:checked~.bar label[for=lang-zh]{border-color:var(--deep);color:var(--deep);font-weight:600}
#lang-en:focus-visible~.bar label[for=lang-en],#lang-zh:focus-visible~.bar label[for=lang-zh]{outline:3px solid #4f7596;outline-offset:2px}
#lang-en:checked~article.zh,#lang-zh:checked~article.en{display:none}
header{padding:3rem 0 1rem}
.product{margin:0;color:var(--quiet);letter-spacing:.04em}
h1{margin:.2rem 0 1rem;font-size:2.6rem;line-height:1.15;letter-spacing:-.015em;color:var(--deep)}
h2{margin:4.5rem 0 1rem;font-size:1.65rem;line-height:1.25;letter-spacing:-.01em;color:var(--deep)}
h3{margin:0 0 .6rem;font-size:1.06rem;line-height:1.35}
section>h3{margin-top:2rem}
p,ul{margin:.6rem 0;max-width:46rem}
ul{padding-left:1.2rem}
li{margin:.35rem 0}
.marks{padding:0;list-style:none}
a{color:#1c5a88}
.lead{font-size:1.13rem}
.warning{padding:.9rem 1.2rem;border-left:4px solid var(--deep);background:var(--tint);max-width:none}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:1.2rem;margin:2rem 0}
.facts dt{color:var(--quiet);font-size:.88rem}
.facts dd{margin:0;font-size:1.45rem;font-weight:600;color:var(--deep);line-height:1.3}
.menu{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:1.5rem 0 0;padding:.8rem 0 0;border-top:1px solid var(--rule);font-size:.95rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(22rem,1fr));gap:0 3rem}
.card{border-top:1px solid var(--rule);padding:1.3rem 0 1.5rem}
.card h3{margin:0;color:var(--quiet);font-weight:500;font-size:1rem}
.card .figure{margin:.1rem 0 .3rem;font-size:2.5rem;line-height:1.15;font-weight:650;letter-spacing:-.02em;color:var(--deep)}
.card p{margin:.3rem 0}
.mark{display:block;font-size:.86rem;color:#6b4a00}
.mark a{color:inherit}
figure{margin:0 0 3.5rem;break-inside:avoid}
.lead+figure{margin-top:1.8rem}
figure h3{font-size:1.15rem}
.picture,.table{overflow-x:auto}
svg{display:block;width:100%;min-width:640px;height:auto}
svg{font-size:13px}
figcaption{margin:.6rem 0;max-width:46rem;color:var(--quiet);font-size:.95rem}
details{border-top:1px solid var(--rule);margin:0}
details+details{margin-top:0}
section>details:last-child{border-bottom:1px solid var(--rule)}
figure>details{border:0}
summary{cursor:pointer;padding:.55rem 0;color:#1c5a88}
summary:focus-visible,a:focus-visible{outline:3px solid #4f7596;outline-offset:2px}
.folded{padding:0 0 1.2rem}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1.6rem;font-size:.92rem;line-height:1.45}
caption{text-align:left;color:var(--quiet);padding:.3rem 0 .6rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--rule);font-weight:400}
thead th{font-weight:600;border-bottom:2px solid var(--deep);vertical-align:bottom}
tbody th{min-width:10rem}
th.number,td.number{text-align:right;white-space:nowrap;padding-right:1.4rem;padding-left:.4rem}
tr.sum th,tr.sum td{font-weight:600;border-top:2px solid var(--deep)}
tr.changed th,tr.changed td{background:#fff6df}
td strong{display:block;color:#6b4a00}
code{font:.86em ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace}
code.id{display:block;color:var(--quiet);overflow-wrap:anywhere}
.source{overflow-wrap:anywhere}
.command{display:block;padding:.7rem 1rem;background:var(--tint);overflow-x:auto;font-size:.92rem}
.check{font-weight:600}
.run{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem;margin:1rem 0;font-size:.95rem}
.run dt{color:var(--quiet)}
.run dd{margin:0;overflow-wrap:anywhere}
@media (max-width:640px){article.page{padding:0 1.1rem 4rem}h1{font-size:2rem}.cards{grid-template-columns:1fr}.bar{padding:.5rem 1.1rem}}
@page{size:A4;margin:16mm 15mm}
@media print{
html{font-size:10pt}
body{font-size:10pt;line-height:1.45}
.bar,.menu,.pick{display:none}
article.page{max-width:none;padding:0}
header{padding-top:0}
h1{font-size:22pt}
h2{font-size:15pt;margin-top:9mm;break-after:avoid}
h3,caption,summary{break-after:avoid}
.cards{grid-template-columns:1fr 1fr;gap:0 8mm}
.card{break-inside:avoid;padding:3mm 0}
.card .figure{font-size:20pt}
.facts dd{font-size:13pt}
.facts{gap:3mm;grid-template-columns:repeat(7,auto)}
p,ul,figcaption{max-width:none}
figure{margin-bottom:7mm;break-inside:auto}
.picture,figcaption{break-inside:avoid}
figure>h3,.picture{break-after:avoid}
.picture,.table{overflow:visible}
svg{min-width:0}
svg,tr.changed th,tr.changed td,.warning,.command{-webkit-print-color-adjust:exact;print-color-adjust:exact}
table{font-size:8pt;line-height:1.3}
th,td{padding-top:1.2mm;padding-bottom:1.2mm}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody th{min-width:9rem}
a{color:inherit;text-decoration:none}
summary{list-style:none;color:var(--ink);font-weight:600}
summary::-webkit-details-marker{display:none}
details::details-content{content-visibility:visible;block-size:auto}
.assumptions{break-before:page}
}
`

/**
 * Keeps the document's language and title in step with the switch, and opens folded tables before
 * printing. Holds no data, so that its hash in the page's content policy never changes.
 */
export const script =
  '(function(){var picks=document.querySelectorAll("input.pick");' +
  'function show(pick){document.documentElement.lang=pick.value;document.title=pick.getAttribute("data-title")}' +
  'picks.forEach(function(pick){pick.addEventListener("change",function(){show(pick)});if(pick.checked)show(pick)});' +
  'var opened=[];addEventListener("beforeprint",function(){opened=[].filter.call(document.querySelectorAll("details"),function(box){return!box.open});opened.forEach(function(box){box.open=true})});' +
  'addEventListener("afterprint",function(){opened.forEach(function(box){box.open=false})})})()'

/** SHA-256 of {@link script} in base64, as a content policy names it; a test keeps it true. */
export const scriptHash = "erDNmalYbe6xVG9mKFBSftEpOo8eS0Jp6PU11nGySBM="
