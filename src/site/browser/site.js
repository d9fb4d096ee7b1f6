// The behaviour of every page. Each page is whole without it.
(() => {
  const root = new URL('..', document.currentScript.src).href;
  const remember = (key, value) => {
    try {
      if (value === '') localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // A browser may refuse to remember; the choice then holds for this page.
    }
  };
  const remembered = key => {
    try {
      return localStorage.getItem(key) ?? '';
    } catch {
      return '';
    }
  };

  const load = file =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}assets/${file}`;
      script.onload = resolve;
      script.onerror = () => reject(new Error(script.src));
      document.head.append(script);
    });

  /** An address that is not on this page any more may have gone to another; if not, the reader is told. */
  const lost = () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (wanted === '' || document.querySelector('.lost')) return;
    load('search-index.js').then(() => {
      const { files, rows } = globalThis.zdsSearchIndex;
      const homes = rows.flatMap(([, name, , , , , , all]) => all.map(home => [name, ...home]));
      const found = homes.find(
        ([name, within, , anchor]) => (anchor === 0 ? `${within}.${name}` : anchor) === wanted,
      );
      if (found) return location.replace(`${root}${files[found[2]]}#${wanted}`);
      const note = document.createElement('p');
      note.className = 'since lost';
      note.append(
        Object.assign(document.createElement('code'), { textContent: wanted }),
        ' ',
        wordingOf('lost'),
      );
      document.querySelector('main h1').after(note);
    });
  };

  /** Opens what the address points into. */
  const reveal = () => {
    let place;
    try {
      place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    if (!place) return lost();
    for (let node = place; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
    place.scrollIntoView();
  };
  addEventListener('hashchange', reveal);

  /** What can be copied has a button for it. */
  const texts = JSON.parse(document.querySelector('.bar').dataset.texts);
  const wordingOf = name => {
    const made = document.createElement('span');
    const spoken = document.documentElement.dataset.language;
    made.textContent = texts[name][spoken];
    made.setAttribute(`data-${spoken === 'nl' ? 'en' : 'nl'}`, texts[name][spoken === 'nl' ? 'en' : 'nl']);
    if (spoken !== document.documentElement.lang) made.lang = spoken;
    return made;
  };
  for (const place of document.querySelectorAll('[data-copy]')) {
    const text = place.dataset.copy || place.textContent;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.append(wordingOf('copy'));
    const say = name => {
      button.replaceChildren(wordingOf(name));
      setTimeout(() => button.replaceChildren(wordingOf('copy')), 2000);
    };
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text).then(
        () => say('copied'),
        () => say('notCopied'),
      );
    });
    place.before(button);
  }

  /** Paper has no folds. */
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('main details:not([open])')].map(part => ({
      part,
      name: part.name,
    }));
    for (const { part } of closed) {
      // Of folds with one name only one is open at a time.
      part.removeAttribute('name');
      part.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const { part, name } of closed) {
      part.open = false;
      if (name) part.name = name;
    }
  });

  const menu = document.getElementById('navigation');
  menu.addEventListener('click', event => {
    if (event.target.closest('a') && menu.matches(':popover-open')) menu.hidePopover();
  });
  const here = menu.querySelector('[aria-current]');
  if (here && menu.scrollHeight > menu.clientHeight) menu.scrollTop = here.offsetTop - menu.clientHeight / 4;

  // Language: every text of the interface has the other language beside it, and the two change places.
  const own = document.documentElement.lang;
  const built = document.documentElement.dataset.language;
  let language = built;
  const swapAttributes = (element, from, to) => {
    for (const { name, value } of [...element.attributes]) {
      const attribute = name.startsWith(`data-${to}-`) ? name.slice(`data-${to}-`.length) : undefined;
      if (attribute === undefined) continue;
      element.setAttribute(`data-${from}-${attribute}`, element.getAttribute(attribute));
      element.setAttribute(attribute, value);
      element.removeAttribute(name);
    }
  };
  const speak = to => {
    if (to === language || (to !== 'nl' && to !== 'en')) return;
    const from = language;
    language = to;
    document.documentElement.dataset.language = to;
    for (const element of document.querySelectorAll(`[data-${to}]`)) {
      element.setAttribute(`data-${from}`, element.textContent);
      element.textContent = element.getAttribute(`data-${to}`);
      element.removeAttribute(`data-${to}`);
      if (to === own) element.removeAttribute('lang');
      else element.lang = to;
    }
    const named = ['aria-label', 'title', 'placeholder', 'data-found'].map(name => `[data-${to}-${name}]`);
    for (const element of document.querySelectorAll(named.join(','))) swapAttributes(element, from, to);
    dispatchEvent(new CustomEvent('zds-language'));
  };
  globalThis.zdsSpoken = () => language;

  const pick = (name, current, use) => {
    const select = document.querySelector(`[data-pick="${name}"]`);
    select.value = current;
    select.addEventListener('change', () => use(select.value));
  };
  speak(remembered('zds-language'));
  pick('language', language, value => {
    remember('zds-language', value);
    speak(value);
  });
  pick('theme', document.documentElement.dataset.theme ?? '', value => {
    remember('zds-theme', value);
    if (value === '') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  });

  if (location.hash) reveal();

  // Search: its index is loaded when somebody searches for the first time.
  let loading;
  const opener = document.querySelector('.search-button');
  const search = () => {
    loading ??= Promise.all(['minisearch.js', 'search-index.js', 'search.js', 'search-box.js'].map(load));
    loading.then(
      () => globalThis.zdsOpenSearch(opener, root),
      () => location.assign(`${root}register.html`),
    );
  };
  opener.addEventListener('click', search);
  addEventListener('keydown', event => {
    // The field of a search that was just closed may have the focus still.
    const field = event.target.closest?.('input, textarea, select, [contenteditable]');
    const isTyping = field?.checkVisibility();
    const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCommand = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isCommand) return;
    event.preventDefault();
    search();
  });

  const filter = document.getElementById('filter');
  if (!filter) return;
  const rows = [...document.querySelectorAll('.register li')].map(row => ({
    row,
    text: row.textContent.toLowerCase(),
  }));
  const output = document.querySelector('.filter output');
  const apply = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every(word => text.includes(word));
      if (!row.hidden) found += 1;
    }
    output.textContent = words.length > 0 ? output.dataset.found.replace('{n}', found) : '';
  };
  filter.addEventListener('input', apply);
  apply();
})();
