import type { Api, Operation } from '../api.ts';
import { createsOne } from './creates.ts';

/** What is wrong with the status codes of an operation, and below which key. */
export interface OutcomeFault {
  readonly key: readonly string[];
  readonly wat: string;
  readonly what: string;
}

/** Holds the answers of an operation against RFC 9110, section 15, as the ADR does. */
export function outcomeFaults(api: Api, operation: Operation): OutcomeFault[] {
  const { responses } = operation;
  const codes = responses.map(({ status }) => status.toUpperCase());
  const faults: OutcomeFault[] = [];
  const tell = (status: string | undefined, wat: string, what: string): void => {
    faults.push({ key: status === undefined ? ['responses'] : ['responses', status], wat, what });
  };
  if (!codes.some(code => /^(101|[23]..)$/.test(code))) {
    tell(
      undefined,
      'noemt geen geslaagd antwoord (2xx of 3xx); voeg het toe',
      'lists no successful answer (2xx or 3xx); add it',
    );
  }
  for (const response of responses) {
    const { status } = response;
    if (/^(204|205|304)$/.test(status) && response.content.length > 0)
      tell(status, `geeft bij ${status} inhoud; haal die weg`, `gives content with ${status}; remove it`);
  }
  if (createsOne(api, operation) && codes.includes('200') && !codes.some(code => /^20[1-4]$/.test(code)))
    tell(
      '200',
      'maakt zo te zien iets aan en antwoordt 200; gebruik 201',
      'looks as if it creates something and answers 200; use 201',
    );
  // Without another success, `default` is the success.
  const hasSuccess = codes.some(code => /^[23]/.test(code));
  const [failure, ...more] = responses.filter(({ status }) =>
    (hasSuccess ? /^([45]..|default)$/i : /^[45]..$/i).test(status),
  );
  // Where nothing comes in, there may be no other failure than the server's own.
  const takesInput = operation.requestBody !== undefined || operation.parameters.length > 0;
  const isCoarse = (takesInput ? /^(default|5..)$/i : /^default$/i).test(failure?.status ?? '');
  if (more.length === 0 && isCoarse) {
    tell(
      failure?.status,
      'vat alle fouten in één code samen; noem ze afzonderlijk (400, 404, …)',
      'folds all failures into one code; list them one by one (400, 404, …)',
    );
  }
  return faults;
}
