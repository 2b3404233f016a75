import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..', '..');

describe('the committed diagrams and forms', () => {
  it('are those that the sheets make, and no others', async () => {
    // by the command and not within Jest, whose modules run at half the speed: two hundred diagrams are laid out
    const loader = ['--no-warnings', '-C', '@iter/source', '--import', './test/run-typescript.mjs'];
    const check = promisify(execFile)(
      process.execPath,
      [...loader, 'libs/register/src/generate.cli.ts', '--check'],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } },
    );
    await expect(check).resolves.toMatchObject({ stderr: '' });
  }, 300_000);
});
