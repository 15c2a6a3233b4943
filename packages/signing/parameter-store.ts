import { GetParameterCommand, ParameterAlreadyExists, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

let shared: SSMClient | undefined;

/** Made at first use: most requests need no secret. A static import, since esbuild keeps all of a client that is imported lazily. */
function ssm(): SSMClient {
  shared ??= new SSMClient({});
  return shared;
}

export async function read(name: string): Promise<string | undefined> {
  try {
    const answer = await ssm().send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return answer.Parameter?.Value;
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

/** Writes unless somebody was quicker; either way the stored value is the one that counts. */
export async function make(name: string, value: string, type: 'SecureString' | 'String'): Promise<string> {
  try {
    await ssm().send(new PutParameterCommand({ Name: name, Value: value, Type: type, Overwrite: false }));
    return value;
  } catch (error) {
    if (!(error instanceof ParameterAlreadyExists)) throw error;
    return (await read(name)) ?? value;
  }
}

/** Writes in place of whatever stood there. For what everybody may read, never for a secret. */
export async function replace(name: string, value: string): Promise<void> {
  await ssm().send(new PutParameterCommand({ Name: name, Value: value, Type: 'String', Overwrite: true }));
}
