import * as z from 'zod/mini';
import type { Fields, Form } from './form.ts';

/** JSON Schema (draft 2020-12) of the JSON body that this form reads, for OpenAPI. */
export function formJsonSchema<Names extends Fields>(form: Form<Names>): Record<string, unknown> {
  const entries = Object.entries<Fields[string]>(form.fields);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, { description: field.what, ...describe(field.json) }])),
    required: entries.filter(([, field]) => field.required).map(([name]) => name),
  };
}

function describe(schema: z.ZodMiniType): Record<string, unknown> {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input' });
  return described;
}
