import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteDefinition, ServiceDefinition } from '@convener/contracts';
import type { Field, Form } from '@convener/forms';

/** A form of a service's `api.ts` with the route that takes it. */
export interface TakenForm {
  readonly route: RouteDefinition;
  readonly form: Form<Readonly<Record<string, Field<unknown>>>>;
}

/** What the state-changing routes of a service take. Throws where a service has forms and does not say so. */
export async function formsOf({ name, routes }: ServiceDefinition): Promise<readonly TakenForm[]> {
  const file = join(import.meta.dirname, '../../services', name, 'api.ts');
  if (!existsSync(file)) throw new Error(`services/${name}/api.ts is missing: say there which form each handler takes.`);
  const { requestForms }: { readonly requestForms: Readonly<Record<string, TakenForm['form']>> } = await import(pathToFileURL(file).href);
  return routes.flatMap((route) => {
    const form = route.method === 'POST' ? requestForms[route.handler] : undefined;
    return form ? [{ route, form }] : [];
  });
}
