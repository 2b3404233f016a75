import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from './openapi.ts';
import { routes } from './routes/routes.ts';

describe('openApiDocument', () => {
  const document = openApiDocument({ version: '1.0.0', prefix: '/v2' });
  const paths = document['paths'] as Record<string, Record<string, Record<string, unknown>>>;

  it('has every route of the prefix and no other', () => {
    const documented = Object.values(paths).flatMap((path) =>
      Object.values(path).map((at) => at['operationId']),
    );
    const expected = Object.entries(routes)
      .filter(([, spec]) => spec.path.startsWith('/v2'))
      .map(([name]) => name);
    expect(new Set(documented)).toEqual(new Set(expected));
    expect(documented).toHaveLength(expected.length);
  });

  it('describes parameters, body, answer and refusals of a route', () => {
    const complete = paths['/v2/user-tasks/{userTaskKey}/completion']?.['post'];
    expect(complete).toMatchObject({
      parameters: [{ name: 'userTaskKey', in: 'path', required: true }],
      requestBody: { required: false },
      responses: { 204: {}, default: { description: expect.stringContaining('TASK_ENDED') } },
    });
  });

  it('gives files of a deployment as binary parts', () => {
    expect(JSON.stringify(paths['/v2/deployments'])).toContain('"format":"binary"');
  });
});

describe('routes', () => {
  it('name every parameter of their path, and no two share method and path', () => {
    const seen = new Set<string>();
    for (const [name, spec] of Object.entries(routes)) {
      const inPath = [...spec.path.matchAll(/:([A-Za-z]+)/g)].map((found) => found[1]);
      expect([name, Object.keys('params' in spec ? spec.params.shape : {})]).toEqual([name, inPath]);
      const address = `${spec.method} ${spec.path.replace(/:\w+/g, ':')}`;
      expect(seen).not.toContain(address);
      seen.add(address);
    }
  });
});
