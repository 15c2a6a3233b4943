import { company } from './company.ts';
import { registeringJourney } from './registering.ts';

registeringJourney(await company(), { scripts: true });
