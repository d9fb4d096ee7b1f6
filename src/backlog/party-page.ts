import { grouped } from '../core/group.ts';
import type { Lang } from '../core/text.ts';
import { codeOf, type Party, type Rule } from './backlog.ts';
import { BASIS_WORDS, count, KIND_WORDS, say } from './labels.ts';
import { type Block, code, heading, list, paragraph, plain } from './page.ts';
import type { NeededOperation, PartyPage, PartyStory } from './party.ts';

/** The page of a party, for an analyst who knows its work and not the OpenAPI document. */
export function partyPage(page: PartyPage, lang: Lang): Block[] {
  const { party, stories, throughMembership, rules } = page;
  const union = { union: plain(party.memberOf ?? ''), name: plain(party.name) };
  const membership =
    throughMembership.length === 0
      ? []
      : [
          heading(2, say('throughMembership', lang, union)),
          paragraph(say('throughMembershipLegend', lang, union)),
          ...throughMembership.flatMap(story => storyBlocks(story, party, lang)),
        ];
  return [
    heading(1, plain(party.name)),
    paragraph(introduction(page, lang)),
    ...summary(page, lang),
    ...(stories.length === 0 ? [] : [heading(2, say('stories', lang))]),
    ...stories.flatMap(story => storyBlocks(story, party, lang)),
    ...membership,
    ...(rules.length === 0 ? [] : [heading(2, say('rules', lang))]),
    ...list(rules.map(rule => ruleLine(rule, lang))),
  ];
}

function introduction({ party, members, onItsApis }: PartyPage, lang: Lang): string {
  const { name, kind, memberOf, direct, roles, provides, product, source } = party;
  const part = memberOf ? (direct ? 'both' : 'indirect') : direct ? 'direct' : 'neither';
  const kindAndName = { name: plain(name), kind: KIND_WORDS[kind][lang], union: plain(memberOf ?? '') };
  return [
    say(part, lang, kindAndName),
    say('roles', lang, { roles }),
    provides && say('provides', lang, { apis: provides, product: product ? ` (${plain(product)})` : '' }),
    onItsApis.length > 0 &&
      say('onItsApis', lang, { stories: count(onItsApis.length, 'story', lang), ids: onItsApis }),
    members.length > 0 && say('members', lang, { count: members.length, names: members.map(plain) }),
    say('source', lang, { source: source.map(code) }),
  ]
    .filter(sentence => typeof sentence === 'string')
    .join(' ');
}

function summary({ party, stories, throughMembership, rules }: PartyPage, lang: Lang): Block[] {
  const name = plain(party.name);
  if (stories.length === 0) {
    const none = paragraph(say('noStories', lang, { name }));
    return throughMembership.length === 0 ? [none] : [none, paragraph(say('basisLegend', lang, { name }))];
  }
  const brought = stories.filter(({ story }) => story.party === party.name).length;
  const needed = stories.flatMap(({ operations }) => operations);
  const apis = [...new Set(needed.flatMap(({ api }) => api ?? []))];
  const sentences = [
    say('summaryBrought', lang, { stories: count(brought, 'story', lang) }),
    ...(stories.length === brought
      ? []
      : [say('summaryShared', lang, { stories: count(stories.length - brought, 'story', lang) })]),
    say('summaryOperations', lang, {
      operations: count(new Set(needed.map(({ operationId }) => operationId)).size, 'operation', lang),
      apis,
    }),
    say('summaryRules', lang, { rules: count(rules.length, 'rule', lang) }),
  ];
  return [
    heading(2, say('summary', lang)),
    ...list(sentences),
    paragraph(say('basisLegend', lang, { name })),
  ];
}

function storyBlocks(detail: PartyStory, party: Party, lang: Lang): Block[] {
  const { story, operations, unknownOperations, rules, attributes } = detail;
  const facts = [
    story.process && say('process', lang, { process: plain(story.process) }),
    story.party && story.party !== party.name && say('broughtBy', lang, { party: plain(story.party) }),
    story.sharedWith &&
      story.sharedWith !== party.name &&
      say('sharedWith', lang, { party: plain(story.sharedWith) }),
    story.sprint !== undefined && say('sprint', lang, { sprint: story.sprint }),
    say('source', lang, { source: story.source.map(code) }),
  ].filter(fact => typeof fact === 'string' && fact !== '');
  return [
    heading(3, `${plain(story.title)} (${story.id})`),
    paragraph(sentenceOf(detail, lang)),
    paragraph(facts.join(' ')),
    ...(story.missing === undefined
      ? []
      : [paragraph(say('missing', lang, { missing: plain(story.missing) }))]),
    paragraph(story.basis ? BASIS_WORDS[story.basis][lang] : say('noOperation', lang)),
    ...list(operations.map(operation => operationLine(operation, lang))),
    ...(unknownOperations.length === 0
      ? []
      : [paragraph(say('unknownOperations', lang, { operations: unknownOperations.map(code) }))]),
    ...(rules.length === 0 ? [] : [paragraph(say('storyRules', lang, { rules: rules.map(code) }))]),
    ...(attributes.length === 0
      ? []
      : [paragraph(say('storyAttributes', lang, { attributes: bySchema(attributes) }))]),
  ];
}

function sentenceOf({ story }: PartyStory, lang: Lang): string {
  const wish = say('wish', lang, { role: plain(story.role), wish: plain(story.wish) });
  return story.goal === undefined ? wish : wish + say('goal', lang, { goal: plain(story.goal) });
}

function operationLine({ operationId, label, summary, otherParties }: NeededOperation, lang: Lang): string {
  const name = `${code(operationId)} (${code(label)})`;
  const told = summary === undefined ? `${name}.` : `${name}: ${sentence(plain(summary))}`;
  return otherParties.length === 0 ? told : told + say('alsoFor', lang, { names: otherParties.map(plain) });
}

/** `Zaak (einddatum, resultaat), Status (statustype)`: many attributes are few schemas. */
function bySchema(attributes: readonly string[]): string[] {
  const names = attributes.map((attribute): [string, string] => {
    const dot = attribute.indexOf('.');
    return [attribute.slice(0, dot), code(attribute.slice(dot + 1))];
  });
  return [...grouped(names)].map(([schema, names]) => `${code(schema)} (${names.join(', ')})`);
}

/** Ends with a full stop, once. */
const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

function ruleLine(rule: Rule, lang: Lang): string {
  const { title, statuses, statusesUncertain, code: errorCode, attributes } = rule;
  return [
    `${code(codeOf(rule))}: ${sentence(plain(title))}`,
    statuses &&
      say('statuses', lang, {
        statuses: statuses.map(String),
        open: statusesUncertain ? say('statusOpen', lang) : '',
      }),
    errorCode && say('errorCode', lang, { code: code(errorCode) }),
    attributes && say('attributes', lang, { attributes: bySchema(attributes) }),
  ]
    .filter(part => typeof part === 'string')
    .join('');
}
