import type { Role } from '@convener/contracts';
import { fill, parseForm } from '@convener/forms';
import { actorOf, answer, done, type Handler, type HttpRequest, invalid, notFound } from '@convener/http';
import type { SafeHtml } from '@convener/ui';
import type { OrganiseDependencies } from '../dependencies.ts';
import { isStatementKind } from '../domain/statements.ts';
import { statementForm } from '../pages/statement-form.ts';
import { type EditView, editStatementPage, statementsPage } from '../pages/statements-console-pages.tsx';
import { changeStatement } from '../use-cases/change-statement.ts';
import { statementWords } from '../words.statements.en.ts';
import { versionSeen } from './version-seen.ts';

type OrganiseHandler = Handler<OrganiseDependencies>;

/** The parser is loaded when there is something to save: its grammar costs a cold function 6 ms. */
async function htmlOf(text: string): Promise<SafeHtml> {
  const { renderMarkdown } = await import('@convener/ui/markdown');
  return renderMarkdown(text, { topLevel: 2 });
}

export const listStatements: OrganiseHandler = async (_request, { networkStore, network }) => {
  const [privacy, accessibility] = await Promise.all([
    networkStore.statement('privacy'),
    networkStore.statement('accessibility-statement'),
  ]);
  const statements = { privacy: privacy.statement, 'accessibility-statement': accessibility.statement };
  return answer(() => statementsPage({ network, statements }), statements);
};

export const editStatement: OrganiseHandler = async ({ params }, { networkStore, network }) => {
  const { statement: kind } = params;
  if (!isStatementKind(kind)) return notFound('statement');
  const { statement } = await networkStore.statement(kind);
  const text = statement?.current.text ?? statementWords.defaults[kind](network).join('\n\n');
  return answer(() => editStatementPage({ network, kind, statement, state: { kept: fill(statementForm, { text }) } }), {
    statement: kind,
    text,
  });
};

export const saveStatement: OrganiseHandler = async (request, { networkStore, network }) => {
  const { statement: kind } = request.params;
  if (!isStatementKind(kind)) return notFound('statement');
  const { statement } = await networkStore.statement(kind);
  const seen = versionSeen(request.fields);
  const again = (view: Partial<EditView>) => () => editStatementPage({ network, kind, statement, seen, state: {}, ...view });
  const reading = parseForm(statementForm, request.fields);
  if (reading.kind === 'invalid') return invalid(again({ state: reading }), reading.errors);
  const { text, version = statement?.current.number ?? 0 } = reading.value;
  const html = await htmlOf(text);
  const state = { kept: fill(statementForm, { text }) };
  if (request.fields.action === 'preview') return answer(again({ state, preview: html }), { html: html.safeHtml });
  const wanted = { text, html: html.safeHtml, over: version, by: roleOf(request) };
  const outcome = await changeStatement({ kind, wanted, actor: actorOf(request), now: request.now }, networkStore);
  switch (outcome.kind) {
    case 'changed':
    case 'unchanged':
      return done('/organise/statements', { statement: kind, version: outcome.number });
    case 'changed-meanwhile':
      return invalid(again({ state, statement: outcome.statement, seen: undefined, changedMeanwhile: true }), [meanwhile]);
  }
};

const meanwhile = { field: 'version', message: statementWords.console.meanwhile };

/** The role that lets them do it; the first, where they have several. */
function roleOf({ organiser, route }: HttpRequest): Role {
  return route.roles?.find((role) => organiser?.roles.includes(role)) ?? 'organiser';
}
