/**
 * Language, role, filters, what was read, copying. The address keeps language, role and filters, so that a link shows
 * the same page; without script everything is shown. Nothing is sent anywhere.
 */
export const PAGE_SCRIPT = `
const all=(query,from=document)=>[...from.querySelectorAll(query)],one=query=>document.querySelector(query);
for(const node of all('[data-script]'))node.hidden=false;
const cards=all('#wijzigingen .card').map(node=>({node,data:node.dataset,text:node.textContent.toLowerCase()}));
const form=one('form'),fields=form?all('select,input',form):[],party=one('#gemeente');
if(party){const fold=one('#gemeenten');fold.open=true;fold.firstElementChild.hidden=true}
const names=['taal','rol','gemeente',...fields.map(field=>field.name)];
const readState=()=>Object.fromEntries([...new URLSearchParams(location.hash.slice(1))].filter(([name])=>names.includes(name)));
let state=/^#[a-z]+=/.test(location.hash)?readState():{};
const lang=()=>one('#taal-en').checked?'en':'nl';
const inList=(list,wanted)=>!wanted||(list??'').split('|').includes(wanted);
const filter=()=>{let shown=0;const words=(state.zoek??'').toLowerCase();
for(const {node,data,text} of cards){const on=inList(data.mark,state.oordeel)&&inList(data.api,state.api)&&inList(data.pad,state.pad)&&inList(data.wie,state.wie)&&inList(data.soort,state.soort)&&text.includes(words);
if(node.hidden===on)node.hidden=!on;if(on)shown+=1}
const count=one('#count');if(count)count.textContent=shown+'/'+cards.length};
const show=()=>{if(state.taal){one('#taal-'+(state.taal==='en'?'en':'nl')).checked=true}
document.documentElement.lang=lang();
for(const node of all('[data-nl]'))node.textContent=node.dataset[lang()];
const role=state.rol??'client';one('.readers').classList.add('one');
for(const node of all('[data-rol]'))if(node.matches('button'))node.setAttribute('aria-pressed',String(node.dataset.rol===role));else node.hidden=node.dataset.rol!==role;
if(party){if(state.gemeente)party.value=state.gemeente;for(const node of all('[data-gemeente]'))node.hidden=node.dataset.gemeente!==party.value}
for(const field of fields)field.value=state[field.name]??'';filter()};
const keep=change=>{state={...state,...change};for(const name of Object.keys(state))if(!state[name])delete state[name];
history.replaceState(null,'',Object.keys(state).length>0?'#'+new URLSearchParams(state):location.pathname+location.search);show()};
const seen=new Set();const mark=node=>{if(node.open){seen.add(node.id);const read=one('#gelezen');if(read)read.textContent=seen.size+'/'+cards.length}};
for(const {node} of cards)node.addEventListener('toggle',()=>mark(node));
const openNamed=()=>{const id=location.hash.slice(1);const node=/^w-/.test(id)?document.getElementById(id):null;if(node){node.open=true;node.scrollIntoView()}};
const copy=async(text,button)=>{const before=button.dataset[lang()];try{await navigator.clipboard.writeText(text)}catch{const area=document.createElement('textarea');area.value=text;document.body.append(area);area.select();document.execCommand('copy');area.remove()}
button.textContent=button.dataset['done'+(lang()==='en'?'En':'Nl')];setTimeout(()=>{button.textContent=before},1500)};
const copyButton=one('#kopieer');
for(const pre of all('pre.copy')){const button=copyButton.cloneNode(true);button.removeAttribute('id');button.hidden=false;if(pre.lang)button.lang=pre.lang;button.addEventListener('click',()=>copy(pre.textContent,button));pre.before(button)}
document.addEventListener('click',event=>{const target=event.target.closest('[data-do],button[data-rol],a[data-pad]');if(!target)return;
if(target.dataset.do==='print')print();
if(target.dataset.do==='link')copy(location.href,target);
if(target.dataset.do==='open')for(const {node} of cards)if(!node.hidden)node.open=true;
if(target.matches('button[data-rol]'))keep({rol:target.dataset.rol});
if(target.matches('a[data-pad]')){event.preventDefault();keep({pad:target.dataset.pad,api:target.dataset.api});one('#wijzigingen').scrollIntoView()}});
if(form){form.addEventListener('submit',event=>event.preventDefault());form.addEventListener('input',()=>keep(Object.fromEntries(fields.map(field=>[field.name,field.value]))))}
if(party)party.addEventListener('change',()=>keep({gemeente:party.value}));
for(const radio of all('[name=taal]'))radio.addEventListener('change',()=>keep({taal:lang()}));
addEventListener('hashchange',()=>{if(/^#w-/.test(location.hash))openNamed();else{state=readState();show()}});
show();openNamed()`;
