import { compileDefinitions, type DmnCompilation } from '@iter/dmn';

/**
 * Compiles a decision model of a deployment.
 *
 * @param models the decision models of the same deployment, among which are those that it imports
 */
export function compileModel(content: Uint8Array, models: readonly Uint8Array[]): DmnCompilation {
  const imports = models.filter((each) => each !== content).map(textOf);
  return compileDefinitions(textOf(content), { imports });
}

function textOf(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
