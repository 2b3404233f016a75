import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from './settings.ts';

const database = { DATABASE_URL: 'postgres://localhost/iter' };

describe('readSettings', () => {
  it('has a default for everything but the database', () => {
    expect(readSettings(database)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: 'postgres://localhost/iter',
      redisUrl: undefined,
      home: '.iter',
      role: 'all',
      demo: false,
      testClock: false,
      httpHosts: [],
      mail: undefined,
      production: false,
    });
  });

  it('keeps demo people on this machine unless told otherwise', () => {
    expect(readSettings({ ...database, ITER_DEMO: 'true' }).host).toBe('127.0.0.1');
    expect(readSettings({ ...database, ITER_DEMO: 'true', HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
  });

  it('reads where service tasks may call and where mail goes', () => {
    const mail = { ITER_SMTP_URL: 'smtps://posta.example.org', ITER_MAIL_FROM: 'iter@example.org' };
    expect(
      readSettings({ ...database, ...mail, ITER_HTTP_HOSTS: 'api.Example.org, *.comune.it:8443' }),
    ).toMatchObject({
      httpHosts: ['api.example.org', '*.comune.it:8443'],
      mail: { url: 'smtps://posta.example.org', from: 'iter@example.org' },
    });
  });

  it.each([
    ['ITER_HTTP_HOSTS', { ...database, ITER_HTTP_HOSTS: 'https://api.example.org' }],
    ['ITER_SMTP_URL', { ...database, ITER_SMTP_URL: 'posta', ITER_MAIL_FROM: 'a@b.it' }],
    ['ITER_MAIL_FROM', { ...database, ITER_SMTP_URL: 'smtp://posta.example.org' }],
    ['DATABASE_URL', {}],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['PORT', { ...database, PORT: 'http' }],
    ['PORT', { ...database, PORT: '70000' }],
    ['REDIS_URL', { ...database, REDIS_URL: 'localhost:6379' }],
    ['ITER_ROLE', { ...database, ITER_ROLE: 'both' }],
    ['ITER_DEMO', { ...database, ITER_DEMO: 'maybe' }],
    ['ITER_DEMO', { ...database, ITER_DEMO: 'true', NODE_ENV: 'production' }],
    ['ITER_TEST_CLOCK', { ...database, ITER_TEST_CLOCK: '1', NODE_ENV: 'production' }],
  ])('names %s where it is wrong', (name, environment) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(name);
  });

  it('names every wrong variable at once', () => {
    expect(() => readSettings({ PORT: 'x', ITER_ROLE: 'y' })).toThrow(/PORT[^]*DATABASE_URL[^]*ITER_ROLE/);
  });

  it('takes an empty value as absent', () => {
    expect(readSettings({ ...database, PORT: '', REDIS_URL: '' })).toMatchObject({
      port: 8080,
      redisUrl: undefined,
    });
  });
});
