/** Colours on a dark ground: when the system asks for it, or the reader. */
const DARK = `--ground:#12171d;--raised:#1b222b;--line:#34404d;--text:#e6ebf0;--quiet:#a7b3c0;--link:#8fc1f5;--accent:#8fc1f5;
--mark:#3a3314;--ok:#7fd3a0;--bad:#ff9d94;--warn:#f0bd6b;
--get:#8fc1f5;--post:#7fd3a0;--put:#f0bd6b;--patch:#d3a9f0;--delete:#ff9d94;--head:#a7b3c0`;

/** The look of the site: system fonts, light and dark by the reader's own choice, phone to wide screen, and paper. */
export const STYLE = `:root{
color-scheme:light dark;
--ground:#fff;--raised:#f5f7fa;--line:#d9dfe6;--text:#1a2129;--quiet:#525e6b;--link:#0b4f94;--accent:#0b4f94;
--mark:#fff6d6;--ok:#17603a;--bad:#a11d1d;--warn:#7a4a00;
--get:#0b4f94;--post:#17603a;--put:#7a4a00;--patch:#6b3a8c;--delete:#a11d1d;--head:#525e6b;
--mono:ui-monospace,"SF Mono","Cascadia Mono","Segoe UI Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
:root[data-theme=dark]{color-scheme:dark;${DARK}}
:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.6 var(--sans)}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
[hidden]{display:none!important}
code,pre{font-family:var(--mono);font-size:.875em}
code{overflow-wrap:anywhere}
:not(pre)>code{background:var(--raised);border-radius:3px;padding:.08em .3em}
a code,.call code{background:none;padding:0}
pre{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.9rem 1rem;overflow:auto;line-height:1.5;margin:.75rem 0;max-height:36rem}
pre .key{color:var(--accent)}
.quiet{color:var(--quiet);font-weight:400}
.count{color:var(--quiet);font-weight:400;font-size:.85em;font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-99rem;top:0;background:var(--ground);padding:.75rem 1rem;z-index:9}
.skip:focus{left:0}

.bar{position:sticky;top:0;z-index:5;display:flex;align-items:center;gap:1rem;min-height:3.5rem;padding:.4rem 1.25rem;background:var(--ground);border-bottom:1px solid var(--line)}
.brand{font-weight:650;color:var(--text);text-decoration:none;letter-spacing:-.01em}
.version{font-size:.875rem;white-space:nowrap}
.find{margin-left:auto;white-space:nowrap}
.menu{font:inherit;font-size:.9rem;color:var(--text);background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.45rem .8rem;cursor:pointer}
.frame{display:grid;grid-template-columns:18.5rem minmax(0,1fr)}
main{padding:2rem clamp(1.25rem,4vw,3.5rem) 5rem;max-width:76rem;width:100%;overflow-wrap:break-word}

#navigation{display:block;position:sticky;top:3.5rem;inset-inline:auto;width:auto;max-height:none;height:calc(100vh - 3.5rem);overflow:auto;margin:0;border:0;border-right:1px solid var(--line);padding:1.25rem 1rem 3rem 1.25rem;background:var(--ground);color:inherit;font-size:.9rem;line-height:1.4;overscroll-behavior:contain}
#navigation ul{list-style:none;margin:0;padding:0}
#navigation a{display:block;padding:.26rem .6rem;border-radius:5px;color:var(--text);text-decoration:none;overflow-wrap:anywhere}
#navigation a:hover{background:var(--raised);text-decoration:underline}
#navigation [aria-current]{background:var(--raised);font-weight:650;box-shadow:inset 3px 0 var(--accent)}
#navigation .group{margin:1.25rem 0 .3rem;font-weight:650}
#navigation p.group:not(:has(a)){padding:.26rem .6rem}
#navigation .rest{margin-top:1.25rem;border-top:1px solid var(--line);padding-top:.75rem}
#navigation .inside{margin:.2rem 0 .6rem .6rem;padding-left:.5rem;border-left:1px solid var(--line);font-size:.84rem}
#navigation .inside a{padding:.16rem .45rem;color:var(--quiet)}
#navigation .inside a:hover{color:var(--text)}
#navigation .part{margin:.6rem 0 0;padding:.16rem .45rem;font-weight:600}
#navigation summary{padding:.26rem .45rem;border-radius:5px}
.search-button,.settings-button,.menu-like{font:inherit;font-size:.9rem;color:var(--text);background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.4rem .75rem;cursor:pointer}
.bar:not(:has(#settings)) :is(.compare,.search-button,.find,.settings-button){visibility:hidden}
.search-button{margin-left:auto;display:flex;gap:2.5rem;align-items:center}
html:not([data-script]) .needs-script{display:none}
[data-script] .find{margin-left:0}
kbd{font:.8em var(--mono);border:1px solid var(--line);border-radius:4px;padding:0 .35rem;color:var(--quiet)}
#settings{position:fixed;inset:3.6rem 1rem auto auto;margin:0;border:1px solid var(--line);border-radius:8px;background:var(--ground);color:inherit;padding:.9rem 1rem;box-shadow:0 6px 24px rgb(0 0 0/.18)}
#settings label{display:flex;justify-content:space-between;gap:1.5rem;align-items:center;padding:.25rem 0}
[data-change]{box-shadow:inset 3px 0 var(--accent)}[data-change=new]{box-shadow:inset 3px 0 var(--ok)}[data-change=text]{box-shadow:inset 3px 0 var(--line)}
tr[data-change]>th{padding-left:.75rem}h1[data-change]{padding-left:.75rem}
.badge.mark-new{color:var(--ok);border-color:currentcolor}.badge.mark-changed{color:var(--accent);border-color:currentcolor}.badge.mark-removed{color:var(--bad);border-color:currentcolor}
.since{background:var(--raised);border-radius:8px;padding:.6rem .9rem;margin:0 0 1.25rem;font-size:.925rem}.since p{margin:.35rem 0 0}
.age{color:var(--quiet);font-size:.8125rem;white-space:nowrap}.age::before{content:'· '}.gone del{color:var(--quiet)}
.compare{display:flex;gap:.5rem;align-items:center;font-size:.875rem;white-space:nowrap}
.changes,.changed-pages{padding-left:1.1rem}.changes li{margin:.35rem 0;overflow-wrap:anywhere}.changes p{margin:.1rem 0}
select{font:inherit;font-size:.9rem;color:inherit;background:var(--raised);border:1px solid var(--quiet);border-radius:6px;padding:.3rem .4rem}
.search-box{width:min(46rem,calc(100vw - 2rem));max-height:min(44rem,86vh);margin:6vh auto auto;padding:0;border:1px solid var(--line);border-radius:10px;background:var(--ground);color:var(--text);overflow:hidden}
.search-box[open]{display:flex;flex-direction:column}
.search-box::backdrop{background:rgb(0 0 0/.45)}
.search-box .ask{display:flex;gap:.6rem;padding:.8rem 1rem;border-bottom:1px solid var(--line)}
.search-box input{flex:1;min-width:0;font:inherit;font-size:1.1rem;color:inherit;background:var(--ground);border:1px solid var(--quiet);border-radius:6px;padding:.45rem .7rem}
.search-box .found{margin:0;padding:.5rem 1rem 0;font-size:.9rem}
.search-box .results{overflow:auto;padding:0 1rem 1rem;overscroll-behavior:contain}
.search-box h2{font-size:.95rem;margin:1rem 0 .25rem}
.search-box ul{list-style:none;margin:0;padding:0}.search-box li{padding:.35rem .5rem;border-radius:6px;overflow-wrap:anywhere}
.search-box li:focus-within,.search-box li:hover{background:var(--raised)}
.search-box .answer{font-weight:600}.search-box .quiet,.search-box .about{font-size:.875rem}.search-box .about{color:var(--quiet)}
.search-box .homes{font-size:.84rem;display:flex;flex-wrap:wrap;gap:.1rem .8rem;color:var(--quiet)}
.menu{display:none}
@media(max-width:62rem){
.frame{display:block}.menu{display:block}
#navigation{display:none;position:fixed;inset:0 auto 0 0;width:min(20rem,88vw);height:100%;max-height:100vh;box-shadow:0 0 0 100vmax rgb(0 0 0/.45)}
#navigation:popover-open{display:block}
@supports not selector(:popover-open){#navigation{display:block;position:static;width:auto;height:auto;max-height:none;box-shadow:none}}
main{padding-top:1.25rem}}
tr>th>a[href^="#"]:is(:hover,:focus-visible)::after,h2>a[href^="#"]:is(:hover,:focus-visible)::after,h4>a[href^="#"]:is(:hover,:focus-visible)::after{content:" #" / "";color:var(--accent);font-weight:400}
.copy{font:inherit;font-size:.8rem;position:absolute;top:.4rem;right:.4rem;z-index:1;color:var(--text);background:var(--ground);border:1px solid var(--line);border-radius:5px;padding:.15rem .55rem;cursor:pointer}
.doors{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1rem;margin:1.75rem 0}
.door{border-left:3px solid var(--accent);background:var(--raised);border-radius:0 8px 8px 0;padding:.9rem 1.1rem}
.door h2{font-size:1.1rem;margin:0 0 .25rem}.door p{margin:0 0 .5rem;font-size:.925rem;color:var(--quiet)}.door ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem .9rem;font-size:.925rem}
#navigation .fold>summary{margin:1rem 0 .2rem;padding:.26rem .6rem;font-weight:650}
.toc{display:none}
@media(min-width:87.5rem){.frame:has(.toc){grid-template-columns:18.5rem minmax(0,1fr) 15rem}
.toc{display:block;position:sticky;top:3.5rem;height:calc(100vh - 3.5rem);overflow:auto;padding:2rem 1rem;font-size:.875rem;line-height:1.4}
.toc p{font-weight:650;margin:0 0 .4rem}.toc ul{list-style:none;margin:0;padding:0}.toc li{padding:.2rem 0;overflow-wrap:anywhere}.toc a{color:var(--quiet);text-decoration:none}.toc a:hover{color:var(--text);text-decoration:underline}}
@media(max-width:48rem){.search-button kbd,.find,.compare .quiet{display:none}html:not([data-script]) .find{display:inline}}
@media(max-width:32rem){.version{display:none}.brand{flex:1;min-width:0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.settings-button span{font-size:0}.settings-button::before{content:"\u25d0" / ""}.compare select{max-width:6rem}.bar{gap:.75rem;padding-inline:1rem}.brand{font-size:.95rem;line-height:1.25}}

.crumbs ol{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;margin:0 0 .5rem;padding:0;font-size:.875rem}
.crumbs li+li::before{content:"/" / "";color:var(--quiet);margin-right:.4rem}
h1,h2,h3,h4{line-height:1.25;letter-spacing:-.012em;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:clamp(1.75rem,1.3rem + 1.6vw,2.35rem);margin:.25rem 0 1rem;font-weight:700}
h2{font-size:1.5rem;margin:3rem 0 .75rem}
h3{font-size:1.2rem;margin:2.25rem 0 .75rem}
h4{font-size:1.1rem;margin:0 0 .35rem}
h4 a,h2 a{color:inherit;text-decoration:none}h4 a:hover,h2 a:hover{text-decoration:underline}
.collection+.collection{border-top:2px solid var(--line);margin-top:4rem}
.text{max-width:46rem}
.text>:first-child{margin-top:0}.text>:last-child{margin-bottom:0}
.text .heading{font-weight:650;margin:1.5rem 0 .4rem}
.text table{border-collapse:collapse}.text th,.text td{border-bottom:1px solid var(--line);padding:.35rem .75rem .35rem 0;text-align:left;vertical-align:top}
.scroll{overflow-x:auto}.scroll td:first-child{min-width:6.5rem}
.lead{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:0 0 1.5rem}
.chip,.badge{border:1px solid var(--line);border-radius:99px;padding:.1rem .65rem;font-size:.8125rem;white-space:nowrap}
.badge{padding:0 .5rem;font-size:.75rem;color:var(--quiet);font-weight:400;letter-spacing:0;vertical-align:.08em}
.badge.required{color:var(--ok);border-color:currentcolor}.badge.deprecated{color:var(--warn);border-color:currentcolor}
.fact{margin:.3rem 0;font-size:.9rem;color:var(--quiet)}.fact code{color:var(--text)}
.legend{color:var(--quiet);font-size:.9rem;max-width:46rem}

.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:1rem;margin:2.5rem 0}
.card{border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem;background:var(--ground)}
.card h2{font-size:1.15rem;margin:0 0 .35rem}.card h2 a{color:var(--link);text-decoration:underline}
.card p{margin:0 0 .75rem;font-size:.925rem;color:var(--quiet)}
.card ul{display:flex;flex-wrap:wrap;gap:.3rem .9rem;list-style:none;margin:0;padding:0;font-size:.925rem}
.card a{overflow-wrap:anywhere}
dl.resources{margin:0}dl.resources>div{padding:.75rem 0;border-top:1px solid var(--line)}
dl.resources dt{font-weight:650;overflow-wrap:anywhere}dl.resources dd{margin:.15rem 0 0;color:var(--quiet)}dl.resources dd p{margin:0}
dl.resources dd .text{color:var(--text)}
.verbs{list-style:none;margin:.4rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:.1rem 1rem;font-size:.9rem}

table{border-collapse:collapse;width:100%}
.attributes,.parameters,.codes{margin:.5rem 0 1rem;table-layout:fixed}
.codes{table-layout:auto}.codes caption{text-align:left;font-weight:650;padding:.5rem 0}
thead th{font-size:.8rem;color:var(--quiet);font-weight:600;text-align:left;vertical-align:bottom;padding:.3rem .75rem .4rem 0;border-bottom:2px solid var(--line)}
tbody>tr>th,tbody>tr>td{vertical-align:top;text-align:left;padding:.7rem .75rem .7rem 0;border-bottom:1px solid var(--line)}
tbody>tr>th{font:600 .875rem/1.6 var(--mono)}
tbody th a{color:inherit;text-decoration:none}tbody th a:hover{text-decoration:underline}
.attributes th:first-child,.parameters th:first-child{width:15.5rem;overflow-wrap:anywhere}
.operation table th:first-child{width:13rem}
.attributes .attributes th:first-child{width:13rem}
.codes th:first-child{width:auto}
@media(max-width:75rem){.attributes th:first-child,.parameters th:first-child{width:12rem}}
@media(min-width:62.01rem){.collection>.attributes>thead th{position:sticky;top:3.5rem;background:var(--ground);z-index:1}
.collection>.attributes>tbody>tr{scroll-margin-top:5.5rem}}
tbody td .text{font-size:.95rem;margin-top:.15rem}tbody td p{margin:0}tbody td .text p+p{margin-top:.5rem}
.words{font-size:.9rem;color:var(--quiet)}.words .type{font-weight:600}
tr:target>*,section:target>h4,section:target>h2,li:target>details>summary{background:var(--mark);box-shadow:-.5rem 0 var(--mark)}
tr.parent>th,tr.parent>td{border-bottom:0}
.attributes .attributes>thead th{height:0;padding:0;border:0;font-size:0;line-height:0}
.attributes .attributes>tbody>tr:last-child>*{border-bottom:0}
tr.inner>td{padding:0 0 1rem 0}
tr.inner>td>details{margin:0 0 0 .9rem;padding-left:1rem;border-left:2px solid var(--line)}
.attributes th.form,.attributes td.form{width:2.6rem;padding-inline:0;text-align:center}
.attributes td:last-child,.attributes th:last-child{padding-right:0}
th.form{height:5.4rem}th.form span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap}
td.form .word,.mark .word{font-size:0}
td.form .head{display:none}
.mark{white-space:nowrap;margin-right:.8rem}
td.form .word::before,.mark .word::before{content:"" / "";display:inline-block;width:.7rem;height:.7rem;border-radius:50%;border:2px solid var(--accent);vertical-align:-.05rem}
td.form.required .word::before,.mark.required .word::before{background:var(--accent)}
td.form.absent .word::before,.mark.absent .word::before{border:0;border-top:2px solid var(--line);border-radius:0;height:0;width:.6rem;vertical-align:.3rem}
@media(max-width:44rem){
.attributes,.attributes>tbody,.attributes>tbody>tr,.attributes>tbody>tr>th,.attributes>tbody>tr>td,.parameters,.parameters>tbody,.parameters>tbody>tr,.parameters>tbody>tr>th,.parameters>tbody>tr>td{display:block}
.attributes>thead,.parameters>thead{display:none}
.attributes>tbody>tr,.parameters>tbody>tr{border-bottom:1px solid var(--line);padding:.7rem 0}
tbody tr.parent{border-bottom:0!important;padding-bottom:0!important}tbody tr.inner{padding-top:.2rem!important}
.attributes>tbody>tr>*,.parameters>tbody>tr>*{border:0;padding:0}
.attributes th:first-child,.parameters th:first-child,.attributes .attributes th:first-child{width:auto}
.attributes td.form{display:inline-block;width:auto;margin:.35rem .9rem 0 0;font-size:.8rem;text-align:left;color:var(--quiet)}
td.form .head{display:inline}td.form .word{font-size:inherit}td.form .word::before{display:none}
td.form.required .word{color:var(--text);font-weight:600}.attributes td.form.absent{display:none}.key-to-marks{display:none}
tr.inner>td>details{margin-left:0;padding-left:.75rem}}

summary{cursor:pointer;font-weight:600;font-size:.95rem;padding:.35rem 0;overflow-wrap:anywhere}
summary::marker{color:var(--quiet)}
summary .badge,summary code{font-weight:400}
#navigation summary{font-size:inherit}
details>:not(summary){margin-left:0}
.values{margin:.3rem 0 .5rem}.values{display:grid;grid-template-columns:fit-content(16rem) minmax(0,1fr);gap:.5rem 1rem}.values>div{display:grid;grid-template-columns:subgrid;grid-column:1/-1}
.values dt{overflow-wrap:anywhere}.values dd{margin:0;font-size:.925rem}
@media(max-width:44rem){.values,.values>div{display:block}.values>div{padding:.25rem 0}}
.codes code,.fact.codes code{margin-right:.2rem}
.rules{list-style:none;margin:.4rem 0 0;padding:0;font-size:.9rem}.rules li{padding:.15rem 0}
.rule-id{font:600 .8rem var(--mono);color:var(--quiet);margin-right:.35rem;display:inline-block;max-width:100%;overflow-wrap:anywhere}
.variants-title{margin:1.5rem 0 .25rem}
.variants{list-style:none;margin:0 0 1rem;padding:0}.variants>li{border-top:1px solid var(--line);padding:.15rem 0}
.variants summary .quiet{font-size:.875rem}
.operation{border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem .9rem;margin:0 0 1.25rem}
.operation:target{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.operation>details{border-top:1px solid var(--line);margin-top:.35rem;padding-top:.1rem}
.operation>details details{margin-left:0}
.call{margin:0 0 .75rem;display:flex;gap:.6rem;align-items:baseline;flex-wrap:wrap}
.call .quiet,.lead .quiet,.door a,.crumbs li{overflow-wrap:anywhere}
@media(max-width:48rem){.codes :is(th,td,caption){overflow-wrap:anywhere}}
.verb{font:700 .7rem var(--mono);letter-spacing:.03em;color:var(--head)}
.call .verb{font-size:.8rem;border:1.5px solid currentcolor;border-radius:5px;padding:.12rem .45rem}
.verb.get,.verb.query{color:var(--get)}.verb.post{color:var(--post)}.verb.put{color:var(--put)}.verb.patch{color:var(--patch)}.verb.delete{color:var(--delete)}
.scopes{font-size:.925rem;margin:.75rem 0}
.status{font:700 .8125rem var(--mono);font-variant-numeric:tabular-nums}
.status.ok{color:var(--ok)}.status.bad{color:var(--bad)}.status.other{color:var(--quiet)}
.statuses{font:400 .8125rem var(--mono);color:var(--quiet)}
.responses{list-style:none;margin:0;padding:0}.responses>li{display:grid;grid-template-columns:3.5rem minmax(0,1fr);gap:0 .5rem;padding:.5rem 0;border-top:1px solid var(--line);font-size:.95rem}
.responses>li>*{grid-column:2}.responses>li>a:first-child{grid-column:1}.responses p{margin:0}
.error{border-top:1px solid var(--line);margin-top:1.5rem}.error h2{margin:1.25rem 0 .5rem}.error h2 .status{font-size:1.35rem}.error .text+.text{margin-top:.6rem}.error>.words{margin:.6rem 0}
.users{line-height:1.9}
.filter{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
.filter input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--quiet);border-radius:6px;padding:.45rem .7rem;width:min(24rem,100%)}
.register{list-style:none;margin:1rem 0;padding:0;columns:22rem;column-gap:2.5rem}
.register li{break-inside:avoid;padding:.12rem 0;overflow-wrap:anywhere}.register .quiet{font-size:.85rem}

@media print{
:root{--ground:#fff;--raised:#f4f4f4;--line:#bbb;--text:#000;--quiet:#444;--link:#000;--accent:#000;--mark:#fff}
.bar,#navigation,.crumbs,.filter,.skip,.search-box,.toc,.copy{display:none!important}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
.frame{display:block}main{padding:0;max-width:none}body{font-size:10pt}
pre{max-height:none;white-space:pre-wrap;overflow-wrap:anywhere}
details::details-content{content-visibility:visible;display:block}
.operation{border:0;border-top:1px solid #bbb;border-radius:0;padding:1rem 0}
tr,li,.values>div{break-inside:avoid}h2,h3,h4{break-after:avoid}
a{text-decoration:none}}
`;
