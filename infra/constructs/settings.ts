import type { LambdaDefinition, ServiceDefinition } from '@convener/contracts/manifest';
import { callVariable, tableVariable } from '@convener/contracts/manifest';
import { functionName, secretPrefix, tableName } from './names.ts';
import type { Surroundings } from './surroundings.ts';

type Setting = NonNullable<LambdaDefinition['settings']>[number];

/** The environment of one function: what every function has, what its kind needs, what its manifest asks for. */
export function environmentOf(
  service: ServiceDefinition,
  lambda: LambdaDefinition,
  around: Surroundings,
): Readonly<Record<string, string>> {
  const stage = around.stage.name;
  const { parameters, edge } = around;
  return {
    SERVICE: service.name,
    STAGE: stage,
    BASE_URL: edge.baseUrl,
    SECRET_PREFIX: secretPrefix(stage),
    NETWORK_NAME: parameters.chosen('NetworkName'),
    NETWORK_TIME_ZONE: parameters.chosen('NetworkTimeZone'),
    NETWORK_COLOUR: parameters.chosen('NetworkColour'),
    NETWORK_CONTACT: parameters.chosen('NetworkContact'),
    ...(lambda.kind === 'http' ? { ORIGIN_SECRET: edge.originSecret } : {}),
    ...tableNames(service, lambda, stage),
    ...Object.fromEntries(
      lambda.grants.flatMap((grant) =>
        grant.to === 'call' ? [[callVariable(grant.service, grant.call), functionName(stage, grant.service, grant.call)]] : [],
      ),
    ),
    ...Object.fromEntries((lambda.settings ?? []).map((name) => [name, settingCalled(name, around)])),
  };
}

/** Names of the tables that it may touch; of the access-needs table only its own functions know even the name. */
function tableNames(service: ServiceDefinition, lambda: LambdaDefinition, stage: string): Readonly<Record<string, string>> {
  const granted = new Set(lambda.grants.flatMap((grant) => (grant.to === 'table' ? [grant.on ?? 'main'] : [])));
  const known = Object.entries(service.tables).filter(([key, table]) => granted.has(key) || table.encryption !== 'own');
  return Object.fromEntries(known.map(([key]) => [tableVariable(key), tableName(stage, service.name, key)]));
}

function settingCalled(name: Setting, { parameters, mail, signIn, edge }: Surroundings): string {
  switch (name) {
    case 'MAIL_FROM':
      return mail.from;
    case 'SES_CONFIGURATION_SET':
      return mail.configurationSetName;
    case 'OIDC_ISSUER':
      return signIn.issuer;
    case 'OIDC_CLIENT_ID':
      return signIn.clientId;
    case 'OIDC_ROLE_CLAIM':
      return signIn.roleClaim;
    case 'OIDC_END_SESSION':
      return signIn.endSession;
    case 'REPORTS_BUCKET':
      return edge.reports.bucket.bucketName;
    case 'FIRST_ORGANISER':
      return parameters.chosen('FirstOrganiser');
  }
}
