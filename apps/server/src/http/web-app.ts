import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

const builtWebApp = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Addresses that are never pages of the web app. */
const notPages = /^\/(v2|api)(\/|$)/;

/**
 * Serves the built web app: files named after their content are kept by browsers for a year, everything else
 * is asked for each time. Any other address of a browser gets the page, whose router knows it.
 */
export function serveWebApp(app: NestExpressApplication, folder = builtWebApp): void {
  app.useStaticAssets(folder, { index: false, redirect: false, setHeaders: setCacheHeaders });
  const page = path.join(folder, 'index.html');
  app.use((request: Request, response: Response, next: NextFunction) => {
    const wantsPage = request.method === 'GET' || request.method === 'HEAD';
    // A page's address may hold a dot, of a code or an id; what a page loads is never asked for as HTML.
    const isFile = path.extname(request.path) !== '' && !request.headers.accept?.includes('text/html');
    if (!wantsPage || isFile || notPages.test(request.path) || !existsSync(page)) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(page);
  });
}

function setCacheHeaders(response: { setHeader(name: string, value: string): unknown }, file: string): void {
  const hashed = /-[\w-]{8}\.\w+$/.test(path.basename(file));
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
