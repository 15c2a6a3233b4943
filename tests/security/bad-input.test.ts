import { parseForm } from '@convener/forms';
import { services } from '@convener/infra/services';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { withoutErrors } from '../accessibility/states.ts';
import { type Answered, ask, fromOurPage } from '../system/asking.ts';
import { formsOf, type TakenForm } from '../system/forms.ts';
import { addressOf, cookieFor, nameOf, theWorld, type World } from './doors.ts';
import { type HostileValue, hostileValues, tellsOfCode, unescaped, wrongKinds } from './hostile-values.ts';

/** Every field of every form, in turn, with everything that somebody may put there while the rest is empty. */
const forms = (await Promise.all(services.map(formsOf))).flat();

let world: World;
beforeAll(async () => {
  world = await theWorld();
}, 180_000);

/** Fields of which there are many alike stand for each other. */
function fieldsOf({ form }: TakenForm): readonly string[] {
  const entries = Object.entries(form.fields);
  return entries.filter(([, { what }], at) => entries.findIndex(([, other]) => other.what === what) === at).map(([name]) => name);
}

/** The names under which a page posts this field. */
function postedNames({ form }: TakenForm, name: string): readonly string[] {
  const parts = form.fields[name]?.parts ?? [];
  return parts.length === 0 ? [name] : parts.map((part) => `${name}-${part}`);
}

function complaintsAbout(
  taken: TakenForm,
  posted: string,
  { name, kept }: HostileValue,
  body: URLSearchParams,
  page: Answered,
): readonly string[] {
  const expected = parseForm(taken.form, body);
  const text = unescaped(page.text);
  const said = (what: string) => `${posted} with ${name}: ${what}`;
  if (page.status >= 500) return [said(`answered ${page.status}`)];
  if (tellsOfCode(page.text.replaceAll(/x{100,}/g, ''))) return [said('tells of code')];
  if (page.text.includes('<script>alert') || page.text.includes('<img src=x')) return [said('came back as markup')];
  if (expected.kind === 'valid') return [];
  if (page.status !== 422) return [said(`answered ${page.status}, not 422`)];
  if (nameOf(taken.route) in withoutErrors) return [];
  const silent = expected.errors.filter(({ message }) => !text.includes(message)).map(({ message }) => said(`does not say “${message}”`));
  const typedInto = new RegExp(`<(?:textarea|input (?:[^>]* )?type="(?:text|email|url|search)")[^>]* name="${posted}"`).test(page.text);
  return typedInto && !text.includes(kept) ? [...silent, said('lost what was entered')] : silent;
}

describe.each(forms.map((taken) => [nameOf(taken.route), taken] as const))('%s', (_name, taken) => {
  it('answers anything in any field with a page that says what to change, and keeps what was entered', async () => {
    const [address, cookie] = [await addressOf(taken.route.path, world), await cookieFor(taken.route, world)];
    const found: string[] = [];
    for (const posted of fieldsOf(taken).flatMap((name) => postedNames(taken, name))) {
      for (const value of hostileValues) {
        const sent = fromOurPage(world.system, { [posted]: value.sent }, cookie);
        const page = await ask(world.system, address, sent);
        found.push(...complaintsAbout(taken, posted, value, new URLSearchParams(sent.body), page));
      }
    }
    expect(found).toEqual([]);
  });

  it('answers a program that sends the wrong kind with problem details', async () => {
    const [address, cookie] = [await addressOf(taken.route.path, world), await cookieFor(taken.route, world)];
    const headers = { accept: 'application/json', 'content-type': 'application/json', origin: world.baseUrl, cookie };
    const found: string[] = [];
    for (const name of fieldsOf(taken)) {
      for (const value of wrongKinds) {
        const body = JSON.stringify({ [name]: value });
        const answered = await ask(world.system, address, { method: 'POST', headers, body });
        found.push(...complaintsOfProgram(taken, body, answered));
      }
    }
    expect(found).toEqual([]);
  });
});

function complaintsOfProgram({ form }: TakenForm, body: string, answered: Answered): readonly string[] {
  if (answered.status >= 500 || tellsOfCode(answered.text)) return [`${body} answered ${answered.status}`];
  const expected = parseForm(form, JSON.parse(body));
  if (expected.kind === 'valid') return [];
  if (answered.status !== 422) return [`${body} answered ${answered.status}, not 422`];
  const named = fieldsNamed(answered);
  return expected.errors.filter(({ field }) => !named.includes(field)).map(({ field }) => `${body}: ${field} is not named`);
}

const problem = z.object({
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  errors: z._default(z.array(z.object({ field: z.string(), message: z.string() })), []),
});

function fieldsNamed({ headers, text }: Answered): readonly string[] {
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return [];
  const read = problem.safeParse(JSON.parse(text));
  return read.success ? read.data.errors.map(({ field }) => field) : [];
}

describe('the checks of this file', () => {
  const taken = forms.find(({ route }) => route.path === '/join');
  const [empty, , markup] = hostileValues;
  const page = (text: string, status = 422): Answered => ({ status, text, headers: new Headers() });
  const complaints = (value: HostileValue | undefined, answered: Answered) =>
    taken && value ? complaintsAbout(taken, 'email', value, new URLSearchParams({ email: value.sent }), answered) : [];

  it.each([
    ['fails', page('', 500), 'answered 500'],
    ['takes nonsense', page('', 303), 'not 422'],
    ['says nothing', page('<h1>Wrong</h1>'), 'does not say'],
    ['shows its code', page('Error\n    at handler (index.mjs:1)'), 'tells of code'],
    ['does not escape', page(`<p>${markup?.sent}`), 'came back as markup'],
    ['forgets', page('<input type="text" name="email" value="">'), 'lost what was entered'],
  ])('catch a page that %s', (what, answered, complaint) => {
    expect(complaints(what === 'fails' ? empty : markup, answered).join()).toContain(complaint);
  });
});
