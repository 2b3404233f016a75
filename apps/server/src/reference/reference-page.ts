type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Json }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Json };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Json }>>;
}

/** A page without scripts that lists the operations of an OpenAPI document with their schemas. */
export function referencePage(document: Json, address: string): string {
  const { title, description, version } = document['info'] as Record<string, string>;
  const paths = document['paths'] as Record<string, Record<string, Operation>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? ''))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escape(title)}</h1><p>${escape(description)} Version ${escape(version)}.
<a href="${address}">OpenAPI 3.1 document</a></p>
<nav aria-label="Groups">${tags.map((tag) => `<a href="#${slug(tag)}">${escape(tag)}</a>`).join(' ')}</nav></header>
<main>
${tags
  .map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags[0] === tag);
    return `<section><h2 id="${slug(tag)}">${escape(tag)}</h2>${own.map(operationHtml).join('')}</section>`;
  })
  .join('\n')}
</main>
</body>
</html>`;
}

function operationHtml({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}): string {
  const open = operation.security.length === 0 ? ' <em>without sign-in</em>' : '';
  const parameters = (operation.parameters ?? []).map(
    (parameter) =>
      `<li><code>${escape(parameter.name)}</code> in ${escape(parameter.in)}: ${escape(textOf(parameter.schema['description']) ?? textOf(parameter.schema['type']))}</li>`,
  );
  const responses = Object.entries(operation.responses).map(
    ([status, response]) =>
      `<li><code>${escape(status)}</code> ${escape(response.description)}${status === 'default' ? '' : schemaHtml(response.content)}</li>`,
  );
  return `<article id="${escape(operation.operationId)}">
<h3><code>${method}</code> <code>${escape(path)}</code></h3><p>${escape(operation.summary)}${open}</p>
${parameters.length > 0 ? `<h4>Parameters</h4><ul>${parameters.join('')}</ul>` : ''}
${operation.requestBody ? `<h4>Body${operation.requestBody.required ? '' : ' (may be left out)'}</h4>${schemaHtml(operation.requestBody.content)}` : ''}
<h4>Answers</h4><ul>${responses.join('')}</ul></article>`;
}

function schemaHtml(content: Json | undefined): string {
  if (!content) return '';
  return Object.entries(content)
    .map(
      ([type, media]) =>
        `<details><summary>${escape(type)}</summary><pre>${escape(JSON.stringify((media as Json)['schema'], null, 2))}</pre></details>`,
    )
    .join('');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function slug(text: string): string {
  return `group-${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function escape(text: string | undefined): string {
  return (text ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#17324d;background:#fff}
nav a{display:inline-block;margin:0 .75rem .25rem 0}article{border-top:1px solid #c5c7c9;padding:.5rem 0}
h2{margin-top:2rem}h3{margin-bottom:0;overflow-wrap:anywhere}h4{margin:.5rem 0 0}
pre{background:#f5f5f5;overflow:auto;padding:.75rem;max-height:30rem}summary{cursor:pointer}`;
