import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { isMapping, operationsOf } from './examples.ts';
import { type Mapping, type Place, type Spec, specFolder } from './spec-reader.ts';

/** A link in Markdown. */
interface Link {
  readonly text: string;
  readonly target: string;
}

/** A row of the tables of `docs/casus.md`: one call of the case. */
export interface Step {
  readonly number: string;
  readonly day: string;
  readonly call: readonly Link[];
  /** Name of the example at the operation; empty where the call has no content. */
  readonly example: string;
  readonly bodies: readonly Link[];
  readonly messages: readonly Link[];
}

const linksIn = (markdown: string): readonly Link[] =>
  [...markdown.matchAll(/\[([^\]]*)\]\(([^)]+)\)/g)].map(([, text = '', target = '']) => ({ text, target }));

/** The steps of the tables, in their order. */
export const readSteps = (markdown: string): readonly Step[] =>
  markdown
    .split('\n')
    .filter(line => /^\| \d+ \|/.test(line))
    .map(line => {
      const [, number = '', day = '', , , call = '', bodies = '', message = ''] = line
        .split('|')
        .map(cell => cell.trim());
      return {
        number,
        day,
        call: linksIn(call),
        example: /^`([^`]+)`:/.exec(bodies)?.[1] ?? '',
        bodies: linksIn(bodies),
        messages: linksIn(message),
      };
    });

const docsFolder = join(specFolder, '../docs');

/** Addresses of the headings of a page, as Markdown readers make them. */
const headingsOf = (markdown: string): ReadonlySet<string> =>
  new Set(
    [...markdown.matchAll(/^#+ (.+)$/gm)].map(
      ([, heading = '']) => `#${heading.toLowerCase().replaceAll(' ', '-')}`,
    ),
  );

/** Links to files and headings that aren't there. */
export const deadLinks = (markdown: string): readonly string[] => {
  const headings = headingsOf(markdown);
  return linksIn(markdown)
    .map(({ target }) => target)
    .filter(target =>
      target.startsWith('#') ? !headings.has(target) : !existsSync(join(docsFolder, target)),
    );
};

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** `2 maart 2026` is `2026-03-02`. */
const isoDay = (day: string): string => {
  const [date = '', month = '', year = ''] = day.split(' ');
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`;
};

/** A link seen from the folder of the document: `apis/zaken/paths/zaken.yaml`. */
const inSpec = ({ target }: Link): string => normalize(join('..', 'docs', target)).replace(/^.*spec\//, '');

/** Files of the examples with a name, of a request or of a success response. */
const filesOf = (spec: Spec, body: Place | undefined, name: string): ReadonlySet<string> => {
  const content = body && spec.at(body, 'content');
  return new Set(
    Object.keys(content?.value ?? {}).flatMap(type => {
      const media = content && spec.at(content, type);
      const examples = isMapping(media?.value.examples) ? media.value.examples : {};
      const example = examples[name];
      if (!media || !isMapping(example)) return [];
      return [typeof example.$ref === 'string' ? join(dirname(media.file), example.$ref) : media.file];
    }),
  );
};

const answersOf = (spec: Spec, operation: Place): readonly Place[] => {
  const responses = spec.at(operation, 'responses');
  const statuses = Object.keys(responses?.value ?? {}).filter(status => status.startsWith('2'));
  return statuses.flatMap(status => (responses && spec.at(responses, status)) ?? []);
};

/** Steps whose call or examples are not those of the document. */
export const wrongCalls = (spec: Spec, steps: readonly Step[]): readonly string[] => {
  const operations = new Map(operationsOf(spec).map(place => [String(place.value.operationId), place]));
  return steps.flatMap(({ number, call, example, bodies }) => {
    const [link] = call;
    const id = link?.text.replaceAll('`', '') ?? '';
    const operation = operations.get(id);
    if (!link || !operation) return [`${number}: no operation ${id}`];
    if (operation.file !== inSpec(link)) return [`${number}: ${id} is in ${operation.file}`];
    const known = {
      verzoek: filesOf(spec, spec.at(operation, 'requestBody'), example),
      antwoord: new Set(answersOf(spec, operation).flatMap(answer => [...filesOf(spec, answer, example)])),
    };
    const hasContent = [spec.at(operation, 'requestBody'), ...answersOf(spec, operation)].some(
      body => body && spec.at(body, 'content'),
    );
    if (bodies.length === 0) return hasContent ? [`${number}: ${id} shows no example`] : [];
    return Object.entries(known).flatMap(([side, files]) => {
      const shown = bodies.filter(({ text }) => text === side).map(inSpec);
      return shown.join() === [...files].join() ? [] : [`${number}: ${id} ${example} ${side}`];
    });
  });
};

/** Channels of all APIs by name (`x-zds-apis`). */
const channelsOf = (spec: Spec): ReadonlyMap<string, Mapping> => {
  const apis = spec.at(spec.root, 'x-zds-apis');
  return new Map(
    Object.keys(apis?.value ?? {}).flatMap(api => {
      const channels = apis && spec.at(apis, api, 'channels');
      return Object.entries(channels?.value ?? {}).flatMap(([name, channel]) =>
        isMapping(channel) ? [[name, channel] as const] : [],
      );
    }),
  );
};

const sorted = (values: readonly unknown[]): string => values.map(String).sort().join();

/** What is wrong with the message of one step. */
const wrongMessage = (spec: Spec, { day, messages }: Step): readonly string[] =>
  messages.flatMap(link => {
    const { value } = spec.open(inSpec(link)).value;
    if (!isMapping(value)) return ['no value'];
    const { kanaal, resource, actie, kenmerken, aanmaakdatum } = value;
    const channel = channelsOf(spec).get(String(kanaal));
    const events = isMapping(channel?.events) ? channel.events : undefined;
    const actions = events ? events[String(resource)] : ['create', 'update', 'destroy'];
    const known = Array.isArray(channel?.kenmerken) ? channel.kenmerken : [];
    return [
      link.text === `${kanaal}: ${resource} ${actie}` ? '' : `says ${kanaal}: ${resource} ${actie}`,
      Array.isArray(actions) && actions.includes(actie) ? '' : `${kanaal} has no ${resource} ${actie}`,
      sorted(known) === sorted(Object.keys(isMapping(kenmerken) ? kenmerken : {})) ? '' : 'other kenmerken',
      String(aanmaakdatum).startsWith(isoDay(day)) ? '' : `is of ${aanmaakdatum}`,
    ].filter(Boolean);
  });

/** Action of a message by the ending of the operation that it follows. */
const actions: readonly (readonly [RegExp, string])[] = [
  [/_create$/, 'create'],
  [/_(partial_)?update$/, 'update'],
  [/_(destroy|delete)$/, 'destroy'],
];

/** The event that an operation brings about, where a channel lists it: `zaken: zaak update`. */
const eventOf = (spec: Spec, id: string): string | undefined => {
  const [ending, action] = actions.find(([pattern]) => pattern.test(id)) ?? [];
  if (!ending) return undefined;
  const resource = id.replace(ending, '');
  for (const [name, { events }] of channelsOf(spec)) {
    const listed = isMapping(events) ? events[resource] : undefined;
    if (Array.isArray(listed) && listed.includes(action)) return `${name}: ${resource} ${action}`;
  }
  return undefined;
};

/** Messages that don't fit their step or channel, and steps that lack the message of their event. */
export const wrongMessages = (spec: Spec, steps: readonly Step[]): readonly string[] =>
  steps.flatMap(step => {
    const event = eventOf(spec, step.call[0]?.text.replaceAll('`', '') ?? '');
    const texts = step.messages.map(({ text }) => text);
    const missing = event && !texts.includes(event) ? [`lacks ${event}`] : [];
    return [...missing, ...wrongMessage(spec, step)].map(error => `${step.number}: ${error}`);
  });

/** Steps out of order: their numbers go up by one, their days never go back. */
export const stepsOutOfOrder = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap(({ number, day }, index) => {
    const before = steps[index - 1];
    return [
      Number(number) === index + 1 ? '' : `${number} is the step after ${index}`,
      /^\d{4}-(?!00)\d\d-\d\d$/.test(isoDay(day)) ? '' : `${number}: no day ${day}`,
      before && isoDay(before.day) > isoDay(day) ? `${number}: ${day} after ${before.day}` : '',
    ].filter(Boolean);
  });

/** Messages among the examples that no step tells of. */
export const untoldMessages = (spec: Spec, steps: readonly Step[]): readonly string[] => {
  const told = new Set(steps.flatMap(({ messages }) => messages.map(inSpec)));
  const [publish] = operationsOf(spec).filter(({ value }) => value.operationId === 'notificaties_create');
  const media = publish && spec.at(publish, 'requestBody', 'content', 'application/json');
  const examples = isMapping(media?.value.examples) ? Object.values(media.value.examples) : [];
  return examples
    .flatMap(example => (media && isMapping(example) ? join(dirname(media.file), String(example.$ref)) : []))
    .filter(file => basename(file).startsWith('Message-') && !told.has(file));
};
