import { answer, done, type Handler, problem, type Reply } from '@convener/http';
import type { PublicDependencies } from '../dependencies.signing-in.ts';
import { safeReturn } from '../domain/sign-in.ts';
import { signedOutPage, signOutPage } from '../pages/small-pages.tsx';
import { renewSession, sessionSeconds, signInSeconds, signInWith } from '../use-cases/sign-in.ts';
import { words } from '../words.en.ts';
import { readProof, writeProof } from './proof-cookie.ts';

type PublicHandler = Handler<PublicDependencies>;

const sessionCookie = (value: string) => ({ name: 'organiser', value, maxAgeSeconds: sessionSeconds });
const signInCookie = (value: string) => ({ name: 'sign-in', value, maxAgeSeconds: signInSeconds });
const cleared = ['organiser', 'sign-in', 'signing-in'].map((name) => ({ name, value: '', maxAgeSeconds: 0 }));
const proofSeconds = 10 * 60;

export const signIn: PublicHandler = async ({ query, cookies, now }, dependencies) => {
  const back = safeReturn(query.get('return') ?? undefined);
  const renewed = await renewSession(cookies['sign-in'], now, dependencies);
  if (renewed) return done(back, {}, { cookies: [sessionCookie(renewed)] });
  const [begun, secret] = await Promise.all([dependencies.provider.begin().catch(() => undefined), dependencies.proofSecret()]);
  if (!begun) return problem(503, words.signIn.failed, words.signIn.providerDown);
  const expiresAt = new Date(now.getTime() + proofSeconds * 1000);
  const value = writeProof({ ...begun.proof, back }, expiresAt, secret);
  return { kind: 'elsewhere', to: begun.to, cookies: [{ name: 'signing-in', value, maxAgeSeconds: proofSeconds }] };
};

export const signInCallback: PublicHandler = async ({ path, query, cookies, now }, dependencies) => {
  const proof = readProof(cookies['signing-in'], now, await dependencies.proofSecret());
  if (!proof) return failed;
  const completed = await dependencies.provider.complete(new URL(`${dependencies.baseUrl}${path}?${query}`), proof);
  if (completed.kind === 'refused') return failed;
  const outcome = await signInWith(completed.claims, now, dependencies);
  if (outcome.kind === 'refused') return problem(403, words.signIn.refusedTitle, words.signIn[outcome.reason], { cookies: cleared });
  const spent = { name: 'signing-in', value: '', maxAgeSeconds: 0 };
  return done(safeReturn(proof.back), {}, { cookies: [sessionCookie(outcome.session), signInCookie(outcome.signInId), spent] });
};

const failed: Reply = problem(400, words.signIn.failed, words.signIn.failedDetail);

export const askSignOut: PublicHandler = async (_request, { network }) => answer(() => signOutPage({ network }), {});

/**
 * A page and no redirect to the provider: browsers hold the redirects of a form to `form-action 'self'`, and the provider is elsewhere. The
 * page leads there by a link.
 */
export const signOut: PublicHandler = async ({ cookies }, { signIns, provider, network }) => {
  const signInId = cookies['sign-in'];
  if (signInId) await signIns.end(signInId);
  // Where the provider does not answer, the session here has ended all the same.
  const there = await provider.signOutAddress().catch(() => undefined);
  return answer(() => signedOutPage({ network, there }), { signedOut: true }, { cookies: cleared });
};
