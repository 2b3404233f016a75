import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';

/** A web server of this machine for one test file. */
export interface LocalWeb {
  readonly origin: string;
  readonly host: string;
  close(): Promise<void>;
}
export type Answerer = (request: IncomingMessage & { text: string }, response: ServerResponse) => void;

export async function startLocalWeb(answer: Answerer): Promise<LocalWeb> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => answer(Object.assign(request, { text }), response));
  });
  const host = await listen(server);
  return { origin: `http://${host}`, host, close: () => close(server) };
}

/** A mail server that keeps what it is given. */
export interface MailSink {
  readonly url: string;
  readonly mails: readonly { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
  close(): Promise<void>;
}

/** @param refuses recipients that it will never take */
export async function startMailSink(refuses: readonly string[] = []): Promise<MailSink> {
  const mails: { from: string; to: string[]; text: string }[] = [];
  const server = createTcpServer((socket) => talk(socket, mails, refuses));
  const host = await listen(server);
  return { url: `smtp://${host}`, mails, close: () => close(server) };
}

function talk(
  socket: Socket,
  mails: { from: string; to: string[]; text: string }[],
  refuses: readonly string[],
): void {
  let mail = { from: '', to: [] as string[], text: '' };
  let inData = false;
  let rest = '';
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    if (inData) {
      if (line !== '.') return void (mail.text += `${line}\n`);
      inData = false;
      mails.push(mail);
      mail = { from: '', to: [], text: '' };
      return say('250 kept');
    }
    const address = /<(.*)>/.exec(line)?.[1] ?? '';
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') return say('250 sink');
    if (verb === 'MAIL') mail.from = address;
    if (verb === 'RCPT' && refuses.includes(address)) return say('550 no such mailbox');
    if (verb === 'RCPT') mail.to.push(address);
    if (verb === 'QUIT') return void socket.end('221 bye\r\n');
    inData = verb === 'DATA';
    say(inData ? '354 go on' : '250 ok');
  };
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    const lines = (rest + data.toString()).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  say('220 sink');
}

async function listen(server: Server | TcpServer): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server | TcpServer): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
