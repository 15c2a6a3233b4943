export { type ConsolePage, type ConsoleSection, consolePage, type EventTab } from './console-page.tsx';
export { type HttpFunctionOptions, httpFunction, routeKey } from './http-function.ts';
export { wantedFormat } from './negotiation.ts';
export { answer, done, file, invalid, notFound, problem } from './reply.ts';
export type { Cookie, FieldProblem, Handler, HttpRequest, Reply, ReplyExtras } from './request.ts';
export { type HttpSettings, type NetworkSettings, readHttpSettings } from './settings.ts';
