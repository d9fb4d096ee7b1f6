/**
 * The search over the rows of search-index.js, with MiniSearch. It knows no page: `createSearch(index, MiniSearch)`
 * gives a function from a question to groups of answers, best first, each
 * `{label, total, answers: [{kind, name, title, code, description, homes: [{within, href}]}]}`.
 */
globalThis.zdsCreateSearch = (index, MiniSearch) => {
  const FIELDS = ['name', 'titleText', 'values', 'code', 'statuses', 'homesText', 'description'];
  const BOOST = {
    name: 8,
    titleText: 5,
    values: 4,
    code: 3.5,
    statuses: 2.5,
    homesText: 0.8,
    description: 1,
  };
  const OF_KIND = {
    api: 1.8,
    resource: 2,
    operation: 1.1,
    webhook: 1,
    status: 1.2,
    attribute: 1.2,
    value: 0.8,
    type: 0.4,
    rule: 0.8,
    story: 0.8,
  };
  /** Words that a question has and an answer need not have. */
  const STOP_WORDS = new Set(
    'de het een van voor bij met in op te en of is zijn wat hoe welke kan ik the a of for with to and or is are what how which can i'.split(
      ' ',
    ),
  );
  const SHOWN = 5;
  /** A typo is forgiven in words of this length and more. */
  const FORGIVEN_FROM = 5;

  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const compact = text =>
    plain(text)
      .replace(/\{[^}]*\}/g, '{}')
      .replace(/\s+/g, ' ')
      .trim();
  const tokenize = text => text.split(/[\s\p{P}\p{S}]+/u).filter(Boolean);

  /** `zaaktypeOmschrijving` is found as a whole and by each of its words. */
  const termsOf = term => {
    const parts = term.split(/(?<=[a-z])(?=[A-Z])/).map(plain);
    return parts.length > 1 ? [plain(term), ...parts] : plain(term);
  };

  const hashOf = anchor => (anchor === '' ? '' : `#${anchor}`);

  const documents = index.rows.map(([kind, name, title, code, values, statuses, description, homes], id) => ({
    id,
    kind: index.kinds[kind],
    name,
    title,
    // The names in a path say where a thing stands, not what is done with it.
    titleText: title.replace(/\{[^}]*\}/g, ''),
    code,
    values,
    statuses,
    description,
    homesText: homes.map(([within]) => within).join(' '),
    homes: homes.map(([within, file, anchor]) => ({
      within,
      href: index.files[file] + hashOf(anchor === 0 ? `${within}.${name}` : anchor),
    })),
  }));
  const search = new MiniSearch({ fields: FIELDS, tokenize, processTerm: termsOf });
  search.addAll(documents);
  const vocabulary = [
    ...new Set(documents.flatMap(row => FIELDS.flatMap(field => tokenize(row[field]).flatMap(termsOf)))),
  ];

  /** Whether a word begins with another but for one letter that is wrong, missing, too many or swapped. */
  const beginsAlmostAs = (word, start) => {
    let at = 0;
    while (at < start.length && word[at] === start[at]) at += 1;
    if (at === start.length) return true;
    const rest = start.slice(at + 1);
    return (
      word.startsWith(rest, at + 1) ||
      word.startsWith(rest, at) ||
      word.startsWith(start.slice(at), at + 1) ||
      (word[at] === start[at + 1] &&
        word[at + 1] === start[at] &&
        word.startsWith(start.slice(at + 2), at + 2))
    );
  };

  const same = term => term;
  /** A word of a question: the whole of a word or its start; where no word begins so, a start with one typo. */
  const queryOf = word => {
    const exact = { queries: [word], prefix: true, processTerm: same, tokenize: text => [text] };
    if (word.length < FORGIVEN_FROM || vocabulary.some(term => term.startsWith(word))) return exact;
    const near = vocabulary.filter(term => term[0] === word[0] && beginsAlmostAs(term, word));
    return near.length === 0 ? exact : { ...exact, queries: near, combineWith: 'OR', prefix: false };
  };

  const isCalled = (question, { kind, name, title, code, statuses }) =>
    [name, title, code].some(text => compact(text) === question) ||
    title.split(' ').some(word => plain(word) === question) ||
    (kind === 'status' && statuses === question);

  /** Of what is not called so, how much likelier it is than its words alone tell. */
  const LIKELIER = {
    // What is done with the object that is asked about, and not with one whose name begins so.
    operation: (question, { values }) => (question.split(' ').includes(plain(values)) ? 3 : 1),
    // The name of a type repeats what it is the type of.
    type: () => 0.5,
    // The name of a rule or a story is a sentence: it has more words than what they are about.
    rule: () => 0.5,
    story: () => 0.5,
  };
  const beginsSo = (question, { name }) =>
    question.length >= FORGIVEN_FROM && beginsAlmostAs(compact(name), question) ? 2 : 1;

  /** How much better an answer is that is called exactly so, or whose name begins so. */
  const likeness = (question, row) => {
    const isMain = row.kind === 'resource' || row.kind === 'api' || row.kind === 'status';
    if (isCalled(question, row)) return isMain ? 60 : 12;
    if (isMain && compact(row.name).startsWith(question)) return 30;
    return Math.max(
      (LIKELIER[row.kind] ?? beginsSo)(question, row),
      row.kind === 'operation' ? beginsSo(question, row) : 0,
    );
  };

  return question => {
    const asked = compact(question);
    const all = [...new Set(tokenize(asked))];
    const telling = all.filter(word => !STOP_WORDS.has(word));
    const words = telling.length > 0 ? telling : all;
    if (words.length === 0) return [];
    const run = combineWith =>
      search.search(
        { combineWith, queries: words.map(queryOf) },
        {
          boost: BOOST,
          weights: { prefix: 0.2, fuzzy: 0.2 },
          boostDocument: id => OF_KIND[documents[id].kind] ?? 1,
        },
      );
    const found = run('AND');
    const hits = (found.length > 0 ? found : run('OR'))
      .map(({ id, score }) => ({ ...documents[id], score: score * likeness(asked, documents[id]) }))
      .sort((left, right) => right.score - left.score || left.id - right.id);
    const groups = index.groups.map(({ label, kinds }) => {
      const answers = hits.filter(({ kind }) => kinds.includes(kind));
      return { label, total: answers.length, best: answers[0]?.score ?? 0, answers: answers.slice(0, SHOWN) };
    });
    return groups.filter(({ total }) => total > 0).sort((left, right) => right.best - left.best);
  };
};
