// How this page differs from an older version, where somebody asks for that: `?vs=2.0.0-alpha.3`.
(() => {
  const root = new URL('..', document.currentScript.src).href;
  const picker = document.querySelector('[data-pick="version"]');
  if (!picker) return;
  const file = location.href.replace(/[?#].*$/, '').slice(root.length) || 'index.html';
  const asked = new URLSearchParams(location.search).get('vs') ?? '';
  const known = [...picker.options].map(({ value }) => value);
  const version = known.includes(asked) ? asked : '';
  picker.value = version;
  picker.addEventListener('change', () => {
    const to = new URL(location.href);
    if (picker.value === '') to.searchParams.delete('vs');
    else to.searchParams.set('vs', picker.value);
    location.assign(to);
  });

  /** A text that the picker carries, in both languages as the other texts of a page are. */
  const words = JSON.parse(picker.dataset.texts);
  const wording = (name, values = {}) => {
    const own = document.documentElement.lang;
    const spoken = globalThis.zdsSpoken();
    const other = spoken === 'nl' ? 'en' : 'nl';
    const fill = text => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
    const made = document.createElement('span');
    made.textContent = fill(words[name][spoken]);
    made.setAttribute(`data-${other}`, fill(words[name][other]));
    if (spoken !== own) made.lang = spoken;
    return made;
  };
  const element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
  };
  const badge = kind =>
    element('span', `badge mark-${kind}`, wording(kind, { version: globalThis.zdsChanges.version }));

  const mark = (anchor, kind) => {
    const place = anchor === '' ? document.querySelector('main h1') : document.getElementById(anchor);
    if (!place) return;
    place.dataset.change = kind;
    for (let fold = place.closest('details'); fold; fold = fold.parentElement.closest('details'))
      fold.open = true;
    if (anchor === '') place.append(' ', badge(kind));
    else headOf(place, anchor).after(' ', badge(kind));
  };

  /** What a mark stands behind: the link to the thing itself, else its code, else the first link in it. */
  const headOf = (place, anchor) =>
    place.querySelector(`a[href="#${CSS.escape(anchor)}"]`) ??
    place.querySelector(':scope > dt > code') ??
    (place.tagName === 'CODE' ? place : place.querySelector('a')) ??
    place.firstElementChild;

  /** A value that is gone stands in the list that it was in, after the value that it came after. */
  const strikeValue = (struck, anchor, before) => {
    const list = (before ?? document.querySelector('main')).querySelector('.values, .codes');
    const own = before?.parentElement.matches('.values, .codes') ? before : undefined;
    const within = own?.parentElement ?? list;
    if (!within) return false;
    const term = element('dt', '', struck, ' ', badge('removed'));
    const made =
      within.tagName === 'DL'
        ? element('div', 'gone', term)
        : element('span', 'gone', ' ', ...term.childNodes);
    made.id = anchor;
    if (own) own.after(made);
    else within.prepend(made);
    return true;
  };

  /** A row that is gone stands, struck, after the row that it came after. */
  const strike = ({ kind, name, anchor, after }) => {
    const before = document.getElementById(after);
    const row = before?.tagName === 'TR' ? before : undefined;
    const struck = element('del', '', name);
    if (kind === 'value' && strikeValue(struck, anchor, before)) return;
    if ((kind === 'attribute' || kind === 'parameter') && row) {
      const head = element('th', '', struck, ' ', badge('removed'));
      head.scope = 'row';
      head.colSpan = row.cells.length;
      const made = element('tr', 'gone', head);
      made.id = anchor;
      const last = row.nextElementSibling?.classList.contains('inner') ? row.nextElementSibling : row;
      last.after(made);
      return;
    }
    const made = element('p', 'gone', struck, ' ', badge('removed'));
    made.id = anchor;
    const section = before?.closest('section.operation');
    if (section) section.after(made);
    else document.querySelector('main').append(made);
  };

  const banner = ({ marks, removed }) => {
    const kinds = Object.values(marks);
    const counts = ['new', 'changed', 'text']
      .map(kind => [kind, kinds.filter(one => one === kind).length])
      .concat([['removed', removed.length]])
      .filter(([, n]) => n > 0)
      .flatMap(([kind, n]) => [' ', element('span', `badge mark-${kind}`, wording(`${kind}Count`, { n }))]);
    const more = element('a', '', wording('all'));
    more.href = `${root}versions/${version}.html`;
    const name = globalThis.zdsChanges.version;
    const said = counts.length > 0 ? wording('since', { version: name }) : wording('same', { version: name });
    const box = element('div', 'since', said, ...counts, ' ', more);
    const hash = decodeURIComponent(location.hash.slice(1));
    if (marks[hash] === 'new' && hash !== '') {
      box.append(element('p', 'absent-there', wording('absentThere', { name: hash, version: name })));
    }
    box.setAttribute('role', 'status');
    document.querySelector('main h1').after(box);
  };

  const show = () => {
    const page = globalThis.zdsChanges.pages[file] ?? { marks: {}, removed: [] };
    for (const [anchor, kind] of Object.entries(page.marks)) mark(anchor, kind);
    for (const one of page.removed) strike(one);
    banner(page);
    dispatchEvent(new Event('hashchange'));
  };

  if (version === '') return;
  const script = document.createElement('script');
  script.src = `${root}assets/changes-${version}.js`;
  script.onload = show;
  document.head.append(script);
  // Who compares with a version goes on doing so on the next page.
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (
      !link?.href.startsWith(root) ||
      !/\.html($|[?#])/.test(link.href) ||
      link.getAttribute('href').startsWith('#')
    )
      return;
    const to = new URL(link.href);
    to.searchParams.set('vs', version);
    link.href = to;
  });
})();
