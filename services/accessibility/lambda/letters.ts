import { sweepFunction } from '@convener/events';
import { lettersDependencies } from '../dependencies.arranging.ts';
import { sendLetters } from '../use-cases/send-letters.ts';

/** Sends answers that people chose to have in the mail, briefs, and letters to owners; asks mailing to write all others. */
export const handler = sweepFunction({ sweeps: { letters: sendLetters }, dependencies: () => lettersDependencies() });
