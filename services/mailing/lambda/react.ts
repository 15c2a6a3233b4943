import { consumerFunction } from '@convener/events';
import { reactDependencies } from '../dependencies.ts';
import { reactions } from '../handlers/reactions.ts';
import { mailing } from '../service.ts';
import { hearOfLetter } from '../use-cases/hear-of-letter.ts';

/** Turns what happened elsewhere into letters and mailings, and hears from SES what became of them. */
export const handler = consumerFunction({ service: mailing, reactions, onMailEvent: hearOfLetter, dependencies: reactDependencies });
