import { InvalidArgumentError, Option } from 'commander';
import {
  type ConformanceFormat,
  conformanceOf,
  type MessageOptions,
  type Report,
  renderConformance,
  UserError,
  validate,
  validateMessage,
  validateRecordings,
} from '../../index.ts';
import type { Register } from '../command.ts';
import { emitReport, type FindingFlags, withFindingOptions } from '../findings.ts';
import { type Settings, settingsOf } from '../settings.ts';

interface Flags extends FindingFlags {
  readonly har?: readonly string[];
  readonly message?: string;
  readonly operation?: string;
  readonly status?: number;
  readonly as?: 'client' | 'provider';
  readonly server?: readonly string[];
  readonly against?: string;
  readonly showValues?: boolean;
  readonly coverage?: boolean;
}

const EXAMPLE = `
Examples:
  zds validate                                              the examples of the canonical document
  zds validate --har traffic.har                            every exchange of a recording of a browser or proxy
  zds validate --har traffic.har --against 2.0.0-alpha.3    what conformed to that version and breaks now
  zds validate --har traffic.har --coverage --format html=coverage.html    what a test run touches, on a page
  zds validate --message a.json --operation zaak_create     the body of a request
  zds validate --message a.json --operation zaak_create --status 201  the body of a response

Values that were sent stay out of the report unless --show-values is given; names of attributes are told.`;

export const registerValidate: Register = (program, done) => {
  const command = program
    .command('validate [document]')
    .description(
      'the examples in the document, or messages that were really sent, held against their schemas',
    )
    .option('--har <files...>', 'recordings (HTTP Archive): every request and response in them')
    .option('--message <file>', 'one message: a body in JSON, or an entry of a recording')
    .option('--operation <id>', 'operationId, or "METHOD /path", of --message')
    .option('--status <code>', 'the body of --message is that of the response with this status', statusOf)
    .addOption(
      new Option('--as <who>', 'only what that side sends (default: both)').choices(['client', 'provider']),
    )
    .option('--server <url...>', 'where the API stands, in place of the servers of the document')
    .option('--against <document>', 'only what conforms to this older version and no longer does')
    .option('--show-values', 'values that were sent may stand in the report')
    .option(
      '--coverage',
      'which operations, statuses and business rules the recordings touch, and which never',
    )
    .addHelpText('after', EXAMPLE);
  withFindingOptions(command, ['error', 'warning', 'info', 'never']).action(
    async (name: string | undefined, flags: Flags) => {
      checkFlags(flags);
      const settings = await settingsOf(flags);
      if (flags.coverage) {
        await emitCoverage(name, flags, settings);
        return done(0);
      }
      done(await emitReport(await reportFor(name, flags, settings), flags, settings));
    },
  );
};

function statusOf(text: string): number {
  if (!/^[1-9]\d\d$/.test(text))
    throw new InvalidArgumentError('Write a status of three digits, such as 201.');
  return Number(text);
}

/** @throws UserError `usage` for flags that say nothing together */
function checkFlags({
  har,
  message,
  operation,
  status,
  as,
  server,
  against,
  showValues,
  coverage,
}: Flags): void {
  if (coverage && (!har || against !== undefined))
    throw new UserError(
      'usage',
      {
        nl: '--coverage hoort bij --har, zonder --against',
        en: '--coverage belongs to --har, without --against',
      },
      { nl: 'Geef een opname: --har BESTAND.', en: 'Give a recording: --har FILE.' },
    );
  if (har && message !== undefined)
    throw new UserError(
      'usage',
      { nl: '--har en --message gaan niet samen', en: '--har and --message do not go together' },
      { nl: 'Geef een van beide.', en: 'Give one of them.' },
    );
  if (message === undefined && (operation !== undefined || status !== undefined))
    throw new UserError(
      'usage',
      {
        nl: '--operation en --status horen bij --message',
        en: '--operation and --status belong to --message',
      },
      { nl: 'Voeg --message BESTAND toe.', en: 'Add --message FILE.' },
    );
  if (message !== undefined && against !== undefined)
    throw new UserError(
      'usage',
      { nl: '--against hoort bij --har', en: '--against belongs to --har' },
      { nl: 'Geef een opname: --har BESTAND.', en: 'Give a recording: --har FILE.' },
    );
  if (har || message !== undefined) return;
  const flags = { '--as': as, '--server': server, '--against': against, '--show-values': showValues };
  const stray = Object.entries(flags).find(([, value]) => value !== undefined)?.[0];
  if (stray === undefined) return;
  throw new UserError(
    'usage',
    { nl: `${stray} hoort bij --har en --message`, en: `${stray} belongs to --har and --message` },
    { nl: 'Voeg --har BESTAND toe.', en: 'Add --har FILE.' },
  );
}

const COVERAGE_FORMATS = ['text', 'markdown', 'html', 'json'] as const satisfies ConformanceFormat[];

/** @throws UserError `usage` for a format that only findings can be written in */
async function emitCoverage(name: string | undefined, flags: Flags, settings: Settings): Promise<void> {
  const { as, server, har = [] } = flags;
  const data = await conformanceOf(await settings.open(name), har, {
    ...(as ? { as } : {}),
    ...(server ? { servers: server } : {}),
  });
  for (const { format, file } of flags.format ?? [{ format: 'text' }]) {
    const known = COVERAGE_FORMATS.find(one => one === format);
    if (!known)
      throw new UserError(
        'usage',
        { nl: `--coverage kan niet als ${format}`, en: `--coverage has no format ${format}` },
        { nl: `Er is: ${COVERAGE_FORMATS.join(', ')}.`, en: `There is: ${COVERAGE_FORMATS.join(', ')}.` },
      );
    const content = await renderConformance(data, known, settings.lang);
    if (file === undefined) settings.emit(content);
    else settings.write(new Map([[file, content]]));
  }
}

async function reportFor(name: string | undefined, flags: Flags, settings: Settings): Promise<Report> {
  const { har, message, operation, status, as, server, against, showValues } = flags;
  const document = await settings.open(name);
  const options: MessageOptions = {
    ...(as ? { as } : {}),
    ...(server ? { servers: server } : {}),
    ...(against === undefined ? {} : { against: await settings.open(against) }),
    ...(showValues ? { showsValues: true } : {}),
  };
  if (har) return validateRecordings(document, har, options);
  if (message === undefined) return validate(document);
  const file = {
    file: message,
    ...(operation === undefined ? {} : { operation }),
    ...(status === undefined ? {} : { status }),
  };
  return validateMessage(document, file, options);
}
