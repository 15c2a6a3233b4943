import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

let shared: LambdaClient | undefined;

/** Made at first use: most requests call nobody. */
function lambda(): LambdaClient {
  shared ??= new LambdaClient({});
  return shared;
}

/** The function's answer as text, or undefined where it failed. */
export async function invoke(functionName: string, payload: string): Promise<string | undefined> {
  const answer = await lambda().send(new InvokeCommand({ FunctionName: functionName, Payload: new TextEncoder().encode(payload) }));
  return answer.FunctionError || !answer.Payload ? undefined : new TextDecoder().decode(answer.Payload);
}
