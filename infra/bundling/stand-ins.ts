import type { Plugin } from 'esbuild';

interface StandIn {
  /** The module that is left out, as a path in `node_modules`. */
  readonly of: string;
  /** Why a Lambda never needs it. */
  readonly because: string;
  readonly code: string;
}

const sdkCore = '@smithy/core/dist-es/submodules';

/**
 * Modules of libraries that a Lambda carries and cannot reach, each with what stands there instead. A stand-in for something that could be
 * switched on refuses at once, so that nothing is quietly missing.
 */
export const standIns: readonly StandIn[] = [
  {
    of: '@aws-sdk/middleware-endpoint-discovery/dist-es/index.js',
    because: 'DynamoDB finds its endpoints by region; discovery is switched on by hand, and brings a cache of its own.',
    code: `
      export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { environmentVariableSelector() {}, configFileSelector() {}, default: undefined };
      export const resolveEndpointDiscoveryConfig = (config) => config;
    `,
  },
  {
    of: `${sdkCore}/config/shared-ini-file-loader/loadSharedConfigFiles.js`,
    because: 'A Lambda is configured by its environment. There is no ~/.aws, which each client would otherwise look for as it starts.',
    code: `
      export { CONFIG_PREFIX_SEPARATOR } from './constants';
      export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });
    `,
  },
  {
    of: `${sdkCore}/config/config-resolver/regionConfig/getInstanceMetadataRegion.js`,
    because: 'A Lambda has its region in its environment, and no instance to ask.',
    code: 'export const getInstanceMetadataRegion = async () => undefined;',
  },
  {
    of: `${sdkCore}/retry/util-retry/AdaptiveRetryStrategy.js`,
    because: 'The retry mode is the standard one.',
    code: refusing('AdaptiveRetryStrategy'),
  },
  { of: `${sdkCore}/retry/util-retry/DefaultRateLimiter.js`, because: 'As above.', code: refusing('DefaultRateLimiter') },
  {
    of: '@aws/lambda-invoke-store/dist-es/invoke-store.js',
    because:
      'It tells apart requests that a function serves at the same time. Ours serve one, and its trace is in the environment, where the SDK looks next.',
    code: 'export const InvokeStore = { getInstanceAsync: async () => undefined };',
  },
  {
    of: '@smithy/signature-v4/dist-es/HeaderFormatter.js',
    because: 'It writes the headers of messages in a stream of events, of which nobody sends any.',
    code: `export class HeaderFormatter { format() { ${refusal('HeaderFormatter')} } }`,
  },
  { of: `${sdkCore}/checksum/sha256/Sha256Js.js`, because: 'Node hashes natively.', code: refusing('Sha256Js') },
  { of: `${sdkCore}/checksum/md5/Md5Js.js`, because: 'Node hashes natively.', code: refusing('Md5Js') },
  {
    of: 'nodemailer/dist/esm/mime-funcs/mime-types.js',
    because: 'Every part of a letter says its own type and name; nobody has to guess them from tables of 76 KB.',
    code: `${refusingCall('detectMimeType')} ${refusingCall('detectExtension')}`,
  },
  {
    of: 'nodemailer/dist/esm/fetch/index.js',
    because: 'A letter is made of what it was given, never of what lies at an address.',
    code: refusingCall('default'),
  },
];

export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    for (const { of, code } of standIns) {
      build.onLoad({ filter: new RegExp(`[\\\\/]node_modules[\\\\/]${asPattern(of)}$`) }, () => ({ contents: code, loader: 'js' }));
    }
  },
};

function refusing(name: string): string {
  return `export class ${name} { constructor() { ${refusal(name)} } }`;
}

function refusingCall(name: string): string {
  return `export ${name === 'default' ? 'default function' : `function ${name}`}() { ${refusal(name)} }`;
}

function refusal(name: string): string {
  return `throw new Error('${name} is left out of the bundles; see infra/bundling/stand-ins.ts.');`;
}

function asPattern(path: string): string {
  return path
    .split('/')
    .map((part) => part.replaceAll('.', '\\.'))
    .join('[\\\\/]');
}
