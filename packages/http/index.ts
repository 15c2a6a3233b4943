export { type ConsolePage, type ConsoleSection, consolePage, type EventTab } from './console-page.tsx';
export { type HttpFunctionOptions, httpFunction } from './http-function.ts';
export { wantedFormat } from './negotiation.ts';
export { type OpenFunctionOptions, openFunction } from './open-function.ts';
export { type PageSetting, type PublicPage, type PublicSection, publicPage } from './public-page.tsx';
export { answer, done, file, invalid, notFound, problem } from './reply.ts';
export type { Cookie, FieldProblem, Handler, HttpRequest, Reply, ReplyExtras } from './request.ts';
export { routeKey } from './routing.ts';
export { type HttpSettings, type NetworkSettings, readHttpSettings } from './settings.ts';
