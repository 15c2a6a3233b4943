/**
 * Stands for `@aws-sdk/credential-provider-node` in every bundle. A Lambda's credentials are always in its environment; the other sources
 * of the SDK's default chain (profiles, SSO, instance metadata, …) never apply there, and would be a fifth of each bundle.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
