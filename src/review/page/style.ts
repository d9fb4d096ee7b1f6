export const PAGE_STYLE = `
:root{--line:#c9ced3;--soft:#f4f5f6;--text:#1b1b1b;--dim:#4d565d;--page:#fff;--bad:#a11d16;--good:#1d6b2f;--link:#0b4f95;--was:#fde7e5;--now:#e2f4e5}
@media screen{:root{color-scheme:light dark}}
@media screen and (prefers-color-scheme:dark){:root{--line:#444b51;--soft:#23272a;--text:#eee;--dim:#b9c1c7;--page:#161819;--bad:#ff9c93;--good:#8fd9a0;--link:#8ec2ff;--was:#4d211e;--now:#1c3d24}}
*{box-sizing:border-box}body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:76rem;padding:0 1.2rem 3rem;color:var(--text);background:var(--page);overflow-wrap:break-word}
:root:not(:has(#taal-en:checked)) body [lang=en],:root:has(#taal-en:checked) body [lang=nl]{display:none}
a{color:var(--link)}i{font-style:normal}header{display:flex;gap:1rem;justify-content:space-between;align-items:baseline;flex-wrap:wrap;border-bottom:1px solid var(--line);padding:.4rem 0}
.tools{display:flex;gap:.6rem;align-items:center}fieldset{border:0;margin:0;padding:0;display:flex;gap:.5rem}
h1{font-size:1.05rem;margin:0}h2{font-size:1.05rem;margin:1rem 0 .3rem}h3{font-size:.95rem;margin:.2rem 0}h4{font-size:.9rem;margin:.2rem 0}
#h-oordeel{font-size:1.4rem;margin:.5rem 0 .3rem}.no{color:var(--bad)}.yes{color:var(--good)}p{margin:.2rem 0}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table{border-collapse:collapse;font-size:.94rem}th,td{border-bottom:1px solid var(--line);padding:.15rem .9rem .15rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.facts{width:100%}th[scope=col]{overflow-wrap:normal}th[scope=row]{overflow-wrap:break-word}.facts th{font-weight:400;color:var(--dim);width:11rem}.facts ul,.facts p{margin:0}.facts ul{padding-left:1.1rem}
.tabs{display:flex;flex-wrap:wrap;gap:.4rem;margin:.3rem 0}.readers{display:grid;grid-template-columns:repeat(auto-fit,minmax(15.5rem,1fr));gap:.3rem 1.2rem}.readers.one{grid-template-columns:1fr}
.readers ul{margin:0;padding-left:1.1rem}.readers section{background:var(--soft);border-radius:.3rem;padding:.3rem .7rem;overflow-wrap:anywhere}
button,select,input{font:inherit;color:inherit;background:var(--page);border:1px solid var(--dim);border-radius:.25rem;padding:.1rem .5rem}
button[aria-pressed=true]{background:var(--text);color:var(--page)}button{cursor:pointer}
form{display:flex;gap:.5rem .7rem;flex-wrap:wrap;align-items:center;margin:.3rem 0}
.card{overflow-wrap:anywhere}.note{white-space:pre-wrap;background:var(--soft);padding:.5rem}.dim{color:var(--dim)}[hidden]{display:none!important}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:.3rem 0}.sides figure{margin:0;min-width:0}.sides figcaption{font-size:.85em;color:var(--dim)}
.sides pre{font-size:.82rem;margin:0}.sides mark{color:inherit}.old mark,del{background:var(--was)}.new mark,ins{background:var(--now)}
del{text-decoration:line-through}ins{text-decoration:underline}select{max-width:min(100%,20rem)}
@media(max-width:50rem){.sides{grid-template-columns:minmax(0,1fr)}.facts th{width:7rem}}
@media(max-width:40rem){body{padding:0 .8rem 2rem}#h-oordeel{font-size:1.2rem}
table,tbody,tr,th,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border-bottom:1px solid var(--line);padding:.2rem 0}tr>*{border:0;padding:0}.facts th{width:auto}
table:not(.facts) tr{display:flex;flex-wrap:wrap;gap:0 .8rem}.list .long{flex-basis:100%}}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{form,button,select,fieldset,.tabs,.readers label{display:none!important}body{max-width:none;font-size:10pt;padding:0}
.readers>section[hidden]{display:block!important}.readers,.readers.one{display:block}.readers section{break-inside:avoid}
.card{break-inside:avoid;margin:.25rem 0;padding:.1rem .6rem}h2{break-after:avoid}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}`;
