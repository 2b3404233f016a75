import { JobRefused, type ActivatedJob, type BuiltInWorker } from '@iter/engine-runtime';
import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';

/** The server that mail is given to, and who it is from. */
export interface MailSettings {
  /** `smtp://` (with STARTTLS where the server has it) or `smtps://`, with user and password where it asks. */
  readonly url: string;
  readonly from: string;
}

const addresses = z
  .union([z.string().transform((text) => text.split(/[,;]/)), z.array(z.string())])
  .transform((list) => list.map((address) => address.trim()).filter((address) => address !== ''));
const some = addresses.refine((list) => list.length > 0, 'Expected an address');
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const iterMail = z
  .object({ a: some, cc: addresses.nullish(), ccn: addresses.nullish(), oggetto: text, testo: text })
  .transform(({ a, cc, ccn, oggetto, testo }) => ({
    to: a,
    cc,
    bcc: ccn,
    subject: oggetto,
    text: testo,
    html: '',
  }));

/** The inputs of Camunda's connector for sending by SMTP; server and sender are settings, not the diagram's. */
const camundaMail = z
  .object({
    data: z.object({
      smtpAction: z.object({
        to: some,
        cc: addresses.nullish(),
        bcc: addresses.nullish(),
        subject: text,
        body: text,
        htmlBody: text,
      }),
    }),
  })
  .transform(({ data: { smtpAction } }) => {
    const { to, cc, bcc, subject, body, htmlBody } = smtpAction;
    return { to, cc, bcc, subject, text: body, html: htmlBody };
  });
type Mail = z.output<typeof iterMail>;

const KINDS = { 'iter:mail': iterMail, 'io.camunda:email:1': camundaMail } as const;
const PATIENCE_MS = 20_000;

/**
 * Answer service tasks of type `iter:mail` (inputs `a`, `cc`, `ccn`, `oggetto`, `testo`) and of Camunda's connector
 * for e-mail. The message has the key of its job as its id, so that receivers see one that was sent twice.
 *
 * @param settings undefined: no mail goes out, and each job is an incident that says so
 */
export function mailWorkers(settings: MailSettings | undefined): BuiltInWorker[] {
  const transport = settings && transportOf(settings);
  return Object.entries(KINDS).map(([type, inputs]) => ({
    type,
    timeoutMs: 120_000,
    concurrency: 4,
    async handle(job) {
      if (!transport || !settings)
        throw new JobRefused(
          'Expected ITER_SMTP_URL and ITER_MAIL_FROM to be set for mail, but they are not',
        );
      await deliver(transport, settings.from, job, readMail(inputs, job));
      return {};
    },
  }));
}

function transportOf({ url }: MailSettings): Transporter {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  // Texts come from cases: they must not make the server read its files or the network.
  return createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
}

function readMail(inputs: (typeof KINDS)[keyof typeof KINDS], job: ActivatedJob): Mail {
  const given = Object.fromEntries(
    Object.entries(job.variables).map(([name, value]) => [name, JSON.parse(value) as unknown]),
  );
  const parsed = inputs.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new JobRefused(`Expected the inputs of a mail, but: ${z.prettifyError(parsed.error)}`);
}

/** A server that refuses for good (5xx) is not asked again. */
async function deliver(transport: Transporter, from: string, job: ActivatedJob, mail: Mail): Promise<void> {
  const { to, cc, bcc, subject, text: body, html } = mail;
  const messageId = `<${job.jobKey}@iter>`;
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      text: body,
      messageId,
      ...(cc && { cc }),
      ...(bcc && { bcc }),
      ...(html !== '' && { html }),
    });
  } catch (error) {
    const code: unknown = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
    if (typeof code === 'number' && code >= 500) throw new JobRefused(String(error), { cause: error });
    throw error;
  }
}
