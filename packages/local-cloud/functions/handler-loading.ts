import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Handler = (event: unknown, context: unknown) => unknown;

/** An error with the name that Lambda's own runtime gives it. */
export class RuntimeError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Imports `file.export` from the bundle's folder, as Lambda's Node runtime finds it. */
export async function loadHandler(codeFolder: string, specification: string): Promise<Handler> {
  const dot = specification.lastIndexOf('.');
  const file = specification.slice(0, dot);
  const name = specification.slice(dot + 1);
  const path = ['.mjs', '.js', '.cjs'].map((ending) => join(codeFolder, file + ending)).find((candidate) => existsSync(candidate));
  if (path === undefined) throw new RuntimeError('Runtime.ImportModuleError', `Cannot find module '${file}' in the bundle`);
  const bundle: Record<string, unknown> = await import(pathToFileURL(path).href);
  const handler = bundle[name];
  if (!isHandler(handler)) throw new RuntimeError('Runtime.HandlerNotFound', `${specification} is undefined or not exported`);
  return handler;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
