import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteDefinition, ServiceDefinition } from '@convener/contracts';
import { formJsonSchema } from '@convener/forms';
import { services } from '../../infra/services.ts';

type Form = Parameters<typeof formJsonSchema>[0];

/** One of the things that an address takes; `action` says which. */
interface Body {
  readonly action?: string;
  readonly form: Form;
}

type Bodies = Readonly<Record<string, readonly Body[]>>;

interface Api {
  readonly requestForms: Readonly<Record<string, Form>>;
  readonly requestActions?: Bodies;
}

/** OpenAPI 3.1 of every route for organisers: the routes from the manifests, what they take from the forms that read them. */
export async function openApi(): Promise<object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const service of services) {
    const bodies = await bodiesOf(service);
    for (const route of service.routes.filter((each) => each.audience === 'organiser')) {
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(service, route, bodies[route.handler]) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Convener for organisers',
      version: '1',
      description:
        'Every page of the console is an endpoint: the same route answers `Accept: application/json` with data, by the same rules.',
    },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: problemSchema },
    },
    security: [{ bearer: [] }],
  };
}

/** RFC 9457, with the fields that need changing. */
const problemSchema = {
  type: 'object',
  required: ['title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } }, required: ['field', 'message'] },
    },
  },
};

async function bodiesOf(service: ServiceDefinition): Promise<Bodies> {
  const file = join(import.meta.dirname, '../../services', service.name, 'api.ts');
  if (!existsSync(file)) return {};
  const { requestForms, requestActions }: Api = await import(pathToFileURL(file).href);
  const forms = Object.entries(requestForms).map(([handler, form]) => [handler, [{ form }]] as const);
  return { ...Object.fromEntries(forms), ...requestActions };
}

/** Without an action the first is meant. */
function bodySchema(bodies: readonly Body[]): object {
  const schemas = bodies.map(({ action, form }, at) => {
    const schema = formJsonSchema(form);
    if (action === undefined) return schema;
    const required = [...(at === 0 ? [] : ['action']), ...(Array.isArray(schema.required) ? schema.required : [])];
    return { ...schema, properties: { action: { const: action }, ...Object(schema.properties) }, required };
  });
  return schemas.length === 1 ? Object(schemas[0]) : { anyOf: schemas };
}

function operation(service: ServiceDefinition, route: RouteDefinition, bodies: readonly Body[] | undefined): object {
  const parameters = [...route.path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: `${service.name}.${route.handler}`,
    tags: [service.name],
    summary: route.summary,
    description: `For ${(route.roles ?? []).join(', ')}.`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(bodies ? { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(bodies) } } } } : {}),
    responses: {
      '200': { description: 'Done, or the data.', content: { 'application/json': {} } },
      ...problems({ '401': 'No session.', '403': 'The role does not include it.', '404': 'Not there.' }),
      ...(route.method === 'POST'
        ? problems({ '409': 'It cannot be done as things stand.', '422': 'Something entered needs changing.' })
        : {}),
    },
  };
}

function problems(list: Readonly<Record<string, string>>): object {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(Object.entries(list).map(([status, description]) => [status, { description, content }]));
}
