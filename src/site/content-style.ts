/** The look of what a document says: access, schemas, bodies, samples. */
export const CONTENT_STYLE = `
.access{font-size:.925rem;margin:.75rem 0}ul.access{margin-top:-.5rem}
.part{border-left:2px solid var(--line);margin:.3rem 0 .5rem;padding-left:.75rem}ul.part{padding-left:1.5rem}
.form-note{margin:.3rem 0}.form-note>*{display:inline}.form-note>.text,.form-note>details{display:block}
.flow{margin:.75rem 0 .2rem}
.text .rule-id{margin-right:0}
.scheme h2,.rule h2{font-size:1.15rem;margin:2rem 0 .5rem}.rule h2 .rule-id,.story h3 .rule-id{font-size:1em}
.story h3{margin:1.5rem 0 .3rem}
table.body{margin:.25rem 0 .75rem;table-layout:fixed}
table.body th{width:15rem;font:600 .78rem/1.45 var(--mono);overflow-wrap:anywhere;padding:.2rem .6rem .2rem 0}
table.body td{font-size:.85rem;line-height:1.45;padding:.2rem 0;color:var(--quiet);overflow-wrap:anywhere}
table.body th a{color:inherit;text-decoration:none}table.body th a:hover{text-decoration:underline}
.code{position:relative;margin:.25rem 0 .75rem}
.samples{min-width:0}.code pre::before{content:"";float:right;width:5rem;height:1.4rem}
.samples pre{margin:0;font-size:.78rem;max-height:24rem;white-space:pre-wrap;overflow-wrap:anywhere}
.operation.alone{border:0;padding:0;margin:0}.alone h1{margin-bottom:.5rem}.alone>.call{font-size:1.05rem}
.sample-title{margin:.5rem 0 0;font-size:.9rem;font-weight:600}
.sample{border:0}.sample>summary{padding:.2rem 0}
@media(min-width:90rem){main:has(.beside){max-width:100rem}
.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,30rem);gap:2rem;align-items:start}
.beside>.samples{position:sticky;top:4.5rem;max-height:calc(100vh - 5.5rem);overflow:auto;overscroll-behavior:auto}}
.operation table.body th:first-child{width:15.5rem}
@media(max-width:44rem){.operation table.body th:first-child{width:9rem}.relations th:last-child,.relations td:last-child{width:3.2rem}}
.model{margin:1rem 0 1.5rem}.model svg{display:block;max-width:max(100%,50rem);height:auto;overflow:visible}.model figcaption{font-size:.875rem;max-width:46rem;margin-top:.5rem}
.model text{font:13px var(--sans);fill:var(--text)}.model .box{fill:var(--raised);stroke:var(--quiet)}
.model .other{fill:var(--ground);stroke-dasharray:4 3}.model a:hover .box{stroke:var(--accent);stroke-width:2}
.model .arrow{fill:none;stroke:var(--quiet);stroke-width:1.2}.model .tip{fill:var(--quiet)}.model .arrow:hover{stroke:var(--accent);stroke-width:2.5}
.relations{table-layout:fixed;margin:.5rem 0 1.5rem}.relations caption{text-align:left;font-weight:650;padding:.5rem 0}
.relations th:first-child{width:34%;overflow-wrap:anywhere}.relations th:last-child,.relations td:last-child{width:6rem}
.relations tbody>tr>th,.relations tbody>tr>td{padding-block:.35rem;font-size:.9rem;overflow-wrap:anywhere}
.relations .head>th{font:650 .95rem/1.5 var(--sans);padding-top:1.1rem}
@media print{.samples pre{max-height:none}.beside{display:block}}
`;
