export const PAGE_STYLE = `
:root{color-scheme:light dark;--line:#c9ced3;--soft:#f4f5f6;--text:#1b1b1b;--dim:#4d565d;--page:#fff;--bad:#a11d16;--good:#1d6b2f}
@media(prefers-color-scheme:dark){:root{--line:#444b51;--soft:#23272a;--text:#eee;--dim:#b9c1c7;--page:#161819;--bad:#ff9c93;--good:#8fd9a0}}
*{box-sizing:border-box}body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:0 1.2rem 3rem;color:var(--text);background:var(--page)}
header{display:flex;gap:1rem;justify-content:space-between;align-items:baseline;border-bottom:1px solid var(--line);padding:.5rem 0}
h1{font-size:1.05rem;margin:0}h2{font-size:1.05rem;margin:1.1rem 0 .3rem}h3{font-size:.95rem;margin:.2rem 0}
.sentence{font-size:1.45rem;font-weight:700;margin:.5rem 0 .1rem}.no{color:var(--bad)}.yes{color:var(--good)}p{margin:.2rem 0}
.roles{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;padding:0;margin:.3rem 0}
.readers{display:grid;grid-template-columns:repeat(auto-fit,minmax(15.5rem,1fr));gap:.3rem 1.2rem}.readers ul{margin:0;padding-left:1.1rem}
.readers section{background:var(--soft);border-radius:.3rem;padding:.3rem .7rem;overflow-wrap:anywhere}
table{border-collapse:collapse;font-size:.92rem}th,td{border-bottom:1px solid var(--line);padding:.15rem .7rem .15rem 0;text-align:left}
form{display:flex;gap:.7rem;flex-wrap:wrap;align-items:center;margin:.3rem 0}select,input,button{font:inherit}
.card{overflow-wrap:anywhere}.dim{color:var(--dim)}[hidden]{display:none!important}
details.card>summary{font-weight:400}details.card>summary .title{font-weight:600}
:focus-visible{outline:3px solid #0b57a4;outline-offset:2px}@media print{form,button{display:none}body{max-width:none}}`;

/** Filters by verdict and text, and keeps the choice in the address. Without script everything is shown. */
export const PAGE_SCRIPT = `
const form=document.querySelector('form');
if(form){form.hidden=false;
const cards=[...document.querySelectorAll('[data-mark]')].map(node=>({node,mark:node.dataset.mark,text:node.textContent.toLowerCase()}));
const verdict=form.elements.namedItem('verdict'),search=form.elements.namedItem('search'),count=document.getElementById('count');
const apply=()=>{let shown=0;const words=search.value.toLowerCase();
for(const {node,mark,text} of cards){const on=(verdict.value===''||mark===verdict.value)&&text.includes(words);node.hidden=!on;if(on)shown+=1}
count.textContent=shown+'/'+cards.length;history.replaceState(null,'','#'+new URLSearchParams({verdict:verdict.value,search:search.value}))};
const kept=new URLSearchParams(location.hash.slice(1));verdict.value=kept.get('verdict')??'';search.value=kept.get('search')??'';
form.addEventListener('submit',event=>event.preventDefault());form.addEventListener('input',apply);
if(location.hash.length>1)apply();else count.textContent=cards.length+'/'+cards.length}`;
