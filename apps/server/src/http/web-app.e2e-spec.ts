import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { serveWebApp } from './web-app.ts';

@Module({})
class NothingElse {}

describe('the web application', () => {
  let app: NestExpressApplication;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'iter-web-'));
    await writeFile(path.join(folder, 'index.html'), '<title>Iter</title>');
    await writeFile(path.join(folder, 'main-1a2b3c4d.js'), '1');
    app = await NestFactory.create<NestExpressApplication>(NothingElse, { logger: false });
    serveWebApp(app, folder);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const get = async (address: string, accept = 'text/html,*/*') => {
    const response = await fetch(new URL(address, await app.getUrl()), { headers: { accept } });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  it.each(['/', '/attivita', '/procedimenti/A1.2.1.1', '/pratiche/123?vista=storia'])(
    'is the page at %s',
    async (address) => {
      expect(await get(address)).toMatchObject({ status: 200, text: '<title>Iter</title>' });
    },
  );

  it('keeps files named after their content for a year', async () => {
    const { status, headers } = await get('/main-1a2b3c4d.js', '*/*');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/main-gone.js', '/v2/nothing', '/api/nothing'])('is not the page at %s', async (address) => {
    expect((await get(address, '*/*')).status).toBe(404);
  });
});
