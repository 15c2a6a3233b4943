import type { Role } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { type HttpSettings, httpFunction, readHttpSettings } from '@convener/http';
import { type Parameters, parametersOf } from '@convener/signing';
import { baseUrl, environmentOf, organiserCookie, type Sent, secretPrefix, visiting } from '@convener/testing/visitor';
import {
  enterDependencies,
  organiseDependencies,
  type PublicDependencies,
  placeDependencies,
  publicDependencies,
} from '../dependencies.ts';
import * as answeringFor from '../handlers/answer-for-handlers.ts';
import * as answers from '../handlers/answer-handlers.ts';
import * as answersExport from '../handlers/answers-export.ts';
import * as attendance from '../handlers/attendance-handlers.ts';
import * as correcting from '../handlers/correct-handlers.ts';
import * as data from '../handlers/data-handlers.ts';
import * as entering from '../handlers/enter-handlers.ts';
import * as here from '../handlers/here-handlers.ts';
import * as joins from '../handlers/join-handlers.ts';
import * as links from '../handlers/link-handlers.ts';
import * as offers from '../handlers/offer-handlers.ts';
import * as organise from '../handlers/organise-handlers.ts';
import * as participants from '../handlers/participant-handlers.ts';
import * as participantList from '../handlers/participant-list-handlers.ts';
import * as places from '../handlers/place-handlers.ts';
import * as placesOf from '../handlers/places-handlers.ts';
import * as questions from '../handlers/question-handlers.ts';
import * as register from '../handlers/register-handlers.ts';
import * as steps from '../handlers/register-steps.ts';
import * as sensitive from '../handlers/sensitive-handlers.ts';
import { registration } from '../service.ts';
import type { LinkPurpose } from '../use-cases/ports.ts';

export type { Sent, Visit } from '@convener/testing/visitor';

const environment = environmentOf(registration);

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

/** Answers as soon as it can, unless a test brings other parts. */
const atOnce: Partial<PublicDependencies> = { evenly: (_step, work) => work() };

export async function visitorOf(table: Table, clock: () => Date, parts: Partial<PublicDependencies> = atOnce) {
  const shared = { service: registration, environment, clock } as const;
  let made: PublicDependencies | undefined;
  const dependencies = (surroundings: Surroundings): PublicDependencies => {
    made ??= { ...publicDependencies(surroundings, table), ...parts };
    return made;
  };
  const ofOrganisers = (surroundings: Surroundings) => organiseDependencies(surroundings, table);
  const visit = await visiting(registration, {
    public: httpFunction({
      ...shared,
      lambda: 'public',
      handlers: { ...register, ...steps, ...links, ...offers },
      dependencies,
    }),
    arrive: httpFunction({ ...shared, lambda: 'arrive', handlers: here, dependencies }),
    place: httpFunction({
      ...shared,
      lambda: 'place',
      handlers: { ...places, ...answers, ...data, ...joins, ...offers, ...participants },
      dependencies: (surroundings: Surroundings) => ({ ...placeDependencies(surroundings, table), ...parts }),
    }),
    organise: httpFunction({
      ...shared,
      lambda: 'organise',
      handlers: { ...organise, ...answeringFor },
      dependencies: ofOrganisers,
    }),
    enter: httpFunction({
      ...shared,
      lambda: 'enter',
      handlers: { ...entering, ...correcting, ...participantList },
      dependencies: (surroundings: Surroundings) => enterDependencies(surroundings, table),
    }),
    attendance: httpFunction({ ...shared, lambda: 'attendance', handlers: attendance, dependencies: ofOrganisers }),
    prepare: httpFunction({
      ...shared,
      lambda: 'prepare',
      handlers: { ...placesOf, ...questions, ...sensitive, ...answersExport },
      dependencies: ofOrganisers,
    }),
  });
  const settings = readHttpSettings(environment);
  const ports = publicDependencies({ settings, parameters: parametersOf('registration', secretPrefix) }, table);
  return {
    visit,
    baseUrl,
    /** The address in a letter, without the site. */
    linkTo: async (purpose: LinkPurpose, to: { registrationId: string; linkVersion: number }) =>
      new URL(await ports.links.mint(purpose, to)).pathname,
    identify: (email: string, eventId: string) => ports.identities.registrationId(email, eventId),
    organiser: (roles: readonly Role[]): Promise<Sent> => organiserCookie(roles, clock()),
  };
}

export type Visitor = Awaited<ReturnType<typeof visitorOf>>;
