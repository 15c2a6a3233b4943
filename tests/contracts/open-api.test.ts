import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { openApi } from '../../docs/generators/open-api.ts';

const body = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) });
const post = z.object({
  requestBody: z.object({
    content: z.object({ 'application/json': z.object({ schema: z.union([z.object({ anyOf: z.array(body) }), body]) }) }),
  }),
});
const api = z.object({ paths: z.record(z.string(), z.object({ post: z.optional(z.unknown()) })) }).parse(await openApi());

/** Each body that a POST there takes, by its names; those that must be sent in capitals. */
function namesAt(path: string): readonly string[] {
  const { schema } = post.parse(api.paths[path]?.post).requestBody.content['application/json'];
  const bodies = 'anyOf' in schema ? schema.anyOf : [schema];
  return bodies.map(({ properties, required }) =>
    Object.keys(properties)
      .map((name) => (required.includes(name) ? name.toUpperCase() : name))
      .join(' '),
  );
}

const access = '/organise/events/{eventId}/access';

it('says what is sent for each thing that one address does', () => {
  expect(namesAt(`${access}/people/{personId}`).slice(1, 3)).toEqual(['ACTION adjustments linked', 'ACTION TELLINGVERSION']);
  expect(namesAt(`${access}/people/{personId}`)[0]).toMatch(/^action WHICH /);
  expect(namesAt(`${access}/brief`)[1]).toBe('ACTION SUPPLIERID');
  expect(namesAt('/organise/access/suppliers')[1]).toBe('ACTION SUPPLIERID sure');
  expect(namesAt(`${access}/adjustments/{adjustmentId}`).slice(1)).toEqual(['ACTION version occasion', 'ACTION version occasion']);
  for (const path of ['new', '{adjustmentId}']) expect(namesAt(`${access}/adjustments/${path}`)[0]).toContain(' people ');
});

it('says how themes are given to reflections and put in order', () => {
  expect(namesAt('/organise/events/{eventId}/themes/assign')).toEqual(['ASSIGNMENTS']);
  expect(namesAt('/organise/events/{eventId}/themes/order')).toEqual(['ORDER', 'THEMEID ACTION']);
});
