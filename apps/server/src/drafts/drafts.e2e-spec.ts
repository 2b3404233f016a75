import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@iter/contract';
import { fixtureFolders } from '../../test/fixtures.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { loadDiagramSeeds } from '../seeds/load-diagrams.ts';

describe('drafts', () => {
  let server: TestServer;
  let elsa: Client;
  let anna: Client;
  const params = { processId: 'richiesta' };

  beforeAll(async () => {
    server = await startTestServer();
    elsa = (await server.signedIn('elsa')).client;
    anna = (await server.signedIn('anna')).client;
  }, 120_000);
  afterAll(() => server?.close());

  const withTask = (xml: string, name: string) =>
    xml.replace('name="Esaminare la richiesta"', `name="${name}"`);

  it('begin as the latest version with its own forms, and are their owner’s alone', async () => {
    const draft = await elsa.getDraft({ params });
    expect(draft).toMatchObject({ revision: 0, saved: null, basedOnLatest: true });
    expect(draft.xml).toBe(await readFile(`${fixtureFolders.diagrams}/richiesta.bpmn`, 'utf8'));
    expect(draft.files.map(({ name }) => name)).toEqual(['richiesta-avvio.form', 'richiesta-esame.form']);
    await expect(anna.getDraft({ params })).rejects.toMatchObject({ code: 'PROCESS_NOT_YOURS', status: 403 });
    await expect(elsa.getDraft({ params: { processId: 'altro' } })).rejects.toMatchObject({ status: 403 });
  });

  it('are saved unfinished, but not over what somebody else saved', async () => {
    const { xml } = await elsa.getDraft({ params });
    const unfinished = xml.replace('targetRef="esame"', 'targetRef="avvio"');
    const saved = await elsa.saveDraft({ params, body: { xml: unfinished, revision: 0 } });
    expect(saved).toMatchObject({
      revision: 1,
      saved: { by: 'elsa', byName: 'Elsa Redattrice' },
      basedOnLatest: true,
    });
    await expect(elsa.saveDraft({ params, body: { xml, revision: 0 } })).rejects.toMatchObject({
      status: 409,
      problem: { code: 'DRAFT_CHANGED', params: { byName: 'Elsa Redattrice' } },
    });
    const both = [1, 1].map((revision) => elsa.saveDraft({ params, body: { xml, revision } }));
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
    const { procedures } = await elsa.listRegister();
    expect(procedures[0]).toMatchObject({ processId: 'richiesta', draft: { by: 'elsa' }, canEdit: true });
    expect((await anna.listRegister()).procedures[0]).toMatchObject({
      draft: null,
      canEdit: false,
      canStart: true,
    });
  });

  it('must be BPMN, and of the process that they are for', async () => {
    const { revision, xml } = await elsa.getDraft({ params });
    const save = (text: string) => elsa.saveDraft({ params, body: { xml: text, revision } });
    await expect(save('no')).rejects.toMatchObject({ code: 'NOT_XML' });
    await expect(save('<svg/>')).rejects.toMatchObject({ code: 'NOT_BPMN' });
    await expect(save(xml.replace('id="richiesta"', 'id="altra"'))).rejects.toMatchObject({
      problem: { code: 'VALIDATION', fields: [{ field: 'xml' }] },
    });
    await expect(save(xml.replace('Z1.1.1.1', 'A9.9.9.9'))).rejects.toMatchObject({
      code: 'PROCESS_NOT_YOURS',
    });
  });

  it('become the next version, for new cases only', async () => {
    const before = await anna.startCase({ params, body: { variables: { oggetto: 'prima' } } });
    const { xml, revision } = await elsa.getDraft({ params });
    const { revision: saved } = await elsa.saveDraft({
      params,
      body: { xml: withTask(xml, 'Valutare'), revision },
    });
    const published = await elsa.publishDraft({ params, body: { revision: saved, note: 'Nome più chiaro' } });
    expect(published).toMatchObject({ processId: 'richiesta', version: 2 });
    const after = await anna.startCase({ params, body: { variables: { oggetto: 'dopo' } } });
    const { items } = await anna.listTasks({ body: { list: 'offices' } });
    const nameIn = ({ processInstanceKey }: { processInstanceKey: string }) =>
      items.find((task) => task.processInstanceKey === processInstanceKey)?.name;
    expect([nameIn(before), nameIn(after)]).toEqual(['Esaminare la richiesta', 'Valutare']);
    expect(await elsa.getDraft({ params })).toMatchObject({
      revision: 0,
      basedOn: published.processDefinitionKey,
    });
    const { userTaskKey } = items.find((task) => task.processInstanceKey === after.processInstanceKey)!;
    expect((await anna.getTask({ params: { userTaskKey } })).form?.formId).toBe('richiesta-esame');
  });

  it('that cannot run are not published, with every problem', async () => {
    const { xml, revision } = await elsa.getDraft({ params });
    const broken = xml.replace('=esito = "approvata"', '=esito = ');
    const draft = await elsa.saveDraft({ params, body: { xml: broken, revision } });
    const publication = elsa.publishDraft({ params, body: { revision: draft.revision } });
    await expect(publication).rejects.toMatchObject({
      status: 400,
      problem: {
        code: 'DIAGRAM_INVALID',
        params: { count: 1 },
        problems: expect.arrayContaining([
          expect.objectContaining({ elementId: 'f3', rule: 'DEP-8', severity: 'error' }),
        ]),
      },
    });
    const { problems } = await elsa.checkDiagram({ body: { xml: broken } });
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { elementId: 'f3', rule: 'DEP-8' },
    ]);
    await elsa.deleteDraft({ params });
    await expect(elsa.deleteDraft({ params })).rejects.toMatchObject({ status: 404 });
  });

  it('of a process that does not exist yet are shown to their owner only', async () => {
    const { xml } = await elsa.getDraft({ params });
    const own = { params: { processId: 'nuovo' } };
    const body = { xml: xml.replace('id="richiesta"', 'id="nuovo"'), revision: 0 };
    await elsa.saveDraft({ ...own, body });
    const ids = async (client: Client) =>
      (await client.listRegister()).procedures.map(({ processId }) => processId);
    expect(await ids(elsa)).toContain('nuovo');
    expect(await ids(anna)).not.toContain('nuovo');
    await elsa.deleteDraft(own);
  });

  it('once published are kept when the product brings another version', async () => {
    const { database, engine } = server.server.parts;
    await database.query(`UPDATE seed SET offered = 'older', published = 'older'`);
    await loadDiagramSeeds(database, engine, fixtureFolders.diagrams);
    const [row] = (await elsa.listRegister()).procedures;
    expect(row).toMatchObject({ newerSeed: true, latest: { version: 2, publishedBy: 'elsa' } });
  });
});
