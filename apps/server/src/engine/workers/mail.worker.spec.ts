import type { ActivatedJob } from '@iter/engine-runtime';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailSink, type MailSink } from '../../../test/local-servers.ts';
import { mailWorkers, type MailSettings } from './mail.worker.ts';

let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink(['nessuno@example.org']);
});
afterAll(() => sink.close());

function send(type: string, inputs: Record<string, unknown>, settings: MailSettings | undefined) {
  const worker = mailWorkers(settings).find((each) => each.type === type);
  const variables = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const job = { jobKey: '77', tenantId: '<default>', variables, customHeaders: {} };
  return worker!.handle(job as unknown as ActivatedJob);
}
const settings = () => ({ url: sink.url, from: 'Camera <iter@example.org>' });

describe('mail', () => {
  it('goes to everybody named, with the key of its job as id', async () => {
    const inputs = {
      a: ['anna@example.org'],
      cc: 'bruno@example.org; carla@example.org',
      ccn: null,
      oggetto: 'Perché è tardi',
      testo: 'Termine: 31 gennaio',
      ignored: 1,
    };
    await send('iter:mail', inputs, settings());
    const mail = sink.mails.at(-1);
    expect(mail).toMatchObject({
      from: 'iter@example.org',
      to: ['anna@example.org', 'bruno@example.org', 'carla@example.org'],
    });
    expect(mail?.text).toContain('Message-ID: <77@iter>');
    expect(mail?.text).toMatch(/Subject: =\?UTF-8\?/);
    expect(mail?.text).toContain('Termine: 31 gennaio');
  });

  it('is understood as Camunda’s connector writes it', async () => {
    const smtpAction = { to: 'dario@example.org', subject: 'Atto', body: 'x', htmlBody: '<b>x</b>' };
    await send('io.camunda:email:1', { data: { smtpAction } }, settings());
    expect(sink.mails.at(-1)).toMatchObject({
      to: ['dario@example.org'],
      text: expect.stringContaining('text/html'),
    });
  });

  it('does not let a subject add headers', async () => {
    const inputs = { a: 'anna@example.org', oggetto: 'x\r\nBcc: evil@example.org', testo: '' };
    await send('iter:mail', inputs, settings());
    expect(sink.mails.at(-1)?.text).not.toMatch(/^Bcc:/m);
    expect(sink.mails.at(-1)?.to).toEqual(['anna@example.org']);
  });

  it.each([
    ['without a setting', { a: 'anna@example.org' }, () => undefined, 'ITER_SMTP_URL'],
    ['without an address', { a: ' ' }, settings, 'Expected an address'],
    ['to whom the server refuses', { a: 'nessuno@example.org' }, settings, '550'],
  ])('%s is refused for good', async (_what, inputs, with_, message) => {
    await expect(send('iter:mail', inputs, with_())).rejects.toMatchObject({
      name: 'JobRefused',
      message: expect.stringContaining(message),
    });
  });

  it('is tried again where the server cannot be reached', async () => {
    const nobody = { url: 'smtp://127.0.0.1:1', from: 'iter@example.org' };
    await expect(send('iter:mail', { a: 'anna@example.org' }, nobody)).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
