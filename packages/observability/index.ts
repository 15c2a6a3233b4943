export type { Catalogue, LogCode } from './catalogue.ts';
export { errorFacts, type Level, log } from './log.ts';
