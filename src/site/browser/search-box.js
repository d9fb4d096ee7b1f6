// The box in which somebody searches: a field, and answers in groups that the arrow keys walk through.
(() => {
  const HOMES_SHOWN = 4;
  let box;

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  /** A text of the button that opened the box, in the language that is spoken now. */
  const textOf = (opener, name) => JSON.parse(opener.dataset.texts)[name][globalThis.zdsSpoken()];

  const homesOf = ({ homes }, root, opener) => {
    const named = homes.filter(({ within }) => within !== '');
    if (homes.length < 2 || named.length === 0) return [];
    const links = named
      .slice(0, HOMES_SHOWN)
      .flatMap(({ within, href }) => [element('a', { href: root + href, textContent: within }), ' ']);
    const rest = named.length - HOMES_SHOWN;
    const more = rest > 0 ? [textOf(opener, 'more').replace('{n}', rest)] : [];
    return [element('div', { className: 'homes' }, ...links, ...more)];
  };

  const answerOf = (answer, root, opener) => {
    const { name, title, code, description, homes } = answer;
    const beside = [code, title, homes.length === 1 ? homes[0].within : ''].filter(
      (text, index, all) => text !== '' && text !== name && all.indexOf(text) === index,
    );
    const link = element('a', { className: 'answer', href: root + homes[0].href, textContent: name });
    return element(
      'li',
      {},
      link,
      ' ',
      element('span', { className: 'quiet', textContent: beside.join(' · ') }),
      ...(description === '' ? [] : [element('div', { className: 'about', textContent: description })]),
      ...homesOf(answer, root, opener),
    );
  };

  const groupOf = ({ label, total, answers }, root, opener) => {
    const { lang } = document.documentElement;
    const spoken = globalThis.zdsSpoken();
    const head = element(
      'h2',
      { textContent: label[spoken] },
      ' ',
      element('span', { className: 'count', textContent: total }),
    );
    if (spoken !== lang) head.lang = spoken;
    return element(
      'section',
      {},
      head,
      element('ul', {}, ...answers.map(answer => answerOf(answer, root, opener))),
    );
  };

  /** The arrow keys go from the field through the answers and back. */
  const walk = (dialog, field, event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [field, ...dialog.querySelectorAll('.answer')];
    const next = stops[stops.indexOf(document.activeElement) + step];
    event.preventDefault();
    next?.focus();
  };

  const make = (opener, root) => {
    const find = globalThis.zdsCreateSearch(globalThis.zdsSearchIndex, globalThis.MiniSearch);
    const field = element('input', { type: 'search', autocomplete: 'off', spellcheck: false });
    const close = element('button', { type: 'button', className: 'menu-like' });
    const status = element('p', { className: 'quiet found' });
    status.setAttribute('role', 'status');
    const results = element('div', { className: 'results' });
    const dialog = element(
      'dialog',
      { className: 'search-box' },
      element('div', { className: 'ask' }, field, close),
      status,
      results,
    );
    const answer = () => {
      const groups = field.value.trim() === '' ? [] : find(field.value);
      const total = groups.reduce((sum, group) => sum + group.total, 0);
      results.replaceChildren(...groups.map(group => groupOf(group, root, opener)));
      const said = total === 0 ? textOf(opener, 'none') : textOf(opener, 'found').replace('{n}', total);
      status.textContent = field.value.trim() === '' ? textOf(opener, 'hint') : said;
    };
    const name = () => {
      field.setAttribute('aria-label', textOf(opener, 'search'));
      dialog.setAttribute('aria-label', textOf(opener, 'search'));
      close.textContent = textOf(opener, 'close');
      answer();
    };
    field.addEventListener('input', answer);
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter') dialog.querySelector('.answer')?.click();
      // Elsewhere the first Escape empties the field, and only the second closes.
      if (event.key === 'Escape') dialog.close();
    });
    dialog.addEventListener('keydown', event => walk(dialog, field, event));
    dialog.addEventListener('click', event => {
      if (event.target === dialog || event.target.closest('a')) dialog.close();
    });
    close.addEventListener('click', () => dialog.close());
    addEventListener('zds-language', name);
    name();
    document.body.append(dialog);
    return { dialog, field };
  };

  globalThis.zdsOpenSearch = (opener, root) => {
    box ??= make(opener, root);
    if (!box.dialog.open) box.dialog.showModal();
    box.field.focus();
    box.field.select();
  };
})();
