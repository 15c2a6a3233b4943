import type { DataPlane } from '../data-plane/start-data-plane.ts';
import type { RunningFunctions } from '../functions/start-functions.ts';
import type { Faults } from '../gateway/faults.ts';
import type { IdentityAndMail } from '../identity-and-mail/start.ts';
import type { Journal, Part } from '../part.ts';
import type { Stack } from '../stack/model.ts';
import type { LocalClock } from './clock.ts';

/** The whole stack as it runs on this machine. */
export interface LocalCloud extends Part {
  readonly baseUrl: string;
  readonly gatewayUrl: string;
  readonly dataFolder: string;
  readonly stack: Stack;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly clock: LocalClock;
  readonly functions: RunningFunctions;
  readonly dataPlane: DataPlane;
  readonly identityAndMail: IdentityAndMail;
}
