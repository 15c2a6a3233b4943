import type { AwsRequest, AwsResponse, AwsService } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { Refusal, xmlAnswer, xmlRefusal, xmlText } from '../protocol.ts';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Says who calls, as `aws sts get-caller-identity` would; nothing else of STS is needed on one machine. */
export function sts(stack: Stack): AwsService {
  return {
    async handle(request: AwsRequest): Promise<AwsResponse> {
      if (request.action !== 'GetCallerIdentity') {
        return xmlRefusal(namespace, new Refusal('InvalidAction', `sts:${request.action} is not spoken on one machine`));
      }
      const { caller } = request;
      const who =
        caller.kind === 'function'
          ? {
              arn: caller.roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/').concat(`/${caller.functionName}`),
              id: `AROALOCAL:${caller.functionName}`,
            }
          : { arn: `arn:aws:iam::${stack.account}:user/administrator`, id: 'AIDALOCAL' };
      return xmlAnswer(
        namespace,
        'GetCallerIdentity',
        `<Arn>${xmlText(who.arn)}</Arn><UserId>${xmlText(who.id)}</UserId><Account>${stack.account}</Account>`,
      );
    },
  };
}
