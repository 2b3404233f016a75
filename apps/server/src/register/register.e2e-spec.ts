import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

describe('the register', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  }, 120_000);
  afterAll(() => server?.close());

  it('lists procedures with what goes on in them and what the reader may do', async () => {
    const { client: anna } = await server.signedIn('anna');
    const { client: dario } = await server.signedIn('dario');
    await anna.startCase({ params: { processId: 'richiesta' }, body: { variables: { oggetto: 'x' } } });
    const { procedures } = await dario.listRegister();
    expect(procedures).toMatchObject([
      {
        processId: 'richiesta',
        code: 'Z1.1.1.1',
        title: 'Richiesta di acquisto',
        path: [{ code: 'Z1' }, { code: 'Z1.1' }, { code: 'Z1.1.1' }],
        shared: false,
        latest: { version: 1, publishedBy: null },
        newerSeed: false,
        running: 1,
        late: 0,
        canStart: false,
        canEdit: false,
      },
    ]);
    expect((await anna.listRegister()).procedures[0]).toMatchObject({ canStart: true });
  });

  it('has a sheet for each, computed from the diagram', async () => {
    const { client } = await server.signedIn('anna');
    const sheet = await client.getSheet({ params: { processId: 'richiesta' } });
    expect(sheet).toMatchObject({
      procedure: { processId: 'richiesta' },
      documentation: expect.stringContaining('esaminata'),
      terms: [
        { id: 'esame', kind: 'duration', amount: 30, unit: 'calendar-days', basis: 'prova', reminder: 'P5D' },
      ],
      versions: [{ version: 1 }],
    });
    expect(sheet.steps.map(({ elementId }) => elementId)).toEqual(
      expect.arrayContaining(['avvio', 'esame', 'approvata', 'pubblicazione', 'avviso']),
    );
    await expect(client.getSheet({ params: { processId: 'altro' } })).rejects.toMatchObject({ status: 404 });
  });
});
