import type { ActivatedJob, BuiltInWorker, Variables } from '@iter/engine-runtime';
import { JobRefused } from '@iter/engine-runtime';
import { connectorResult, type ConnectorClock } from './connector-result.ts';
import { readRequest } from './http-request.ts';
import { send } from './http-exchange.ts';

export interface HttpParts extends ConnectorClock {
  /** `host`, `host:port` or `*.domain`; nothing else is called. */
  readonly hosts: readonly string[];
}

/**
 * Answers service tasks of the type of Camunda's HTTP connector, with its inputs (`url`, `method`, `headers`,
 * `queryParameters`, `body`, `authentication`, time-outs) and headers (`resultVariable`, `resultExpression`,
 * `errorExpression`). Calls only hosts that the setting `ITER_HTTP_HOSTS` names.
 */
export function httpWorker(parts: HttpParts): BuiltInWorker {
  return {
    type: 'io.camunda:http-json:1',
    timeoutMs: 300_000,
    concurrency: 8,
    async handle(job: ActivatedJob): Promise<Variables> {
      const request = readRequest(job.variables);
      const host = request.url.host;
      if (!isAllowed(request.url, parts.hosts))
        throw new JobRefused(`Expected host '${host}' to be among those of ITER_HTTP_HOSTS, but it is not`);
      return connectorResult(job, await send(request), parts);
    },
  };
}

const USUAL_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Without a port the usual one of the scheme is meant. */
export function isAllowed(url: URL, hosts: readonly string[]): boolean {
  const usual = USUAL_PORTS[url.protocol] ?? '';
  const port = url.port === '' ? usual : url.port;
  return hosts.some((entry) => {
    const [name = '', wanted = usual] = entry.toLowerCase().split(/:(?=\d+$)/);
    if (wanted !== port) return false;
    return name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : url.hostname === name;
  });
}
