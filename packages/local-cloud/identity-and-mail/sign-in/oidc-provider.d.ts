// The package ships no types. These are the parts that this folder uses, as of version 9.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Adapter {
    upsert(id: string, payload: Record<string, unknown>, expiresIn: number | undefined): Promise<void>;
    find(id: string): Promise<Record<string, unknown> | undefined>;
    findByUid(uid: string): Promise<Record<string, unknown> | undefined>;
    findByUserCode(userCode: string): Promise<Record<string, unknown> | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Grant {
    readonly accountId: string;
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface Session {
    readonly accountId: string | undefined;
    grantIdFor(clientId: string): string | undefined;
    destroy(): Promise<void>;
  }

  export interface Client {
    readonly clientId: string;
    redirectUriAllowed(uri: string): boolean;
    postLogoutRedirectUriAllowed(uri: string): boolean;
  }

  export interface Context {
    readonly req: IncomingMessage;
    readonly res: ServerResponse;
    type: string;
    body: string;
    set(header: string, value: string): void;
    readonly oidc: {
      readonly provider: Provider;
      readonly session: Session;
      readonly client: Client;
      readonly result: { readonly consent?: { readonly grantId?: string } } | undefined;
    };
  }

  export interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string; readonly reasons: readonly string[] };
    readonly params: Readonly<Record<string, unknown>>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: { new (of: { clientId: string; accountId: string | undefined }): Grant; find(id: string): Promise<Grant | undefined> };
    readonly Session: { get(context: { req: IncomingMessage; res: ServerResponse; secure: boolean }): Promise<Session> };
    readonly Client: { readonly prototype: Client };
    callback(): (req: IncomingMessage, res: ServerResponse) => Promise<void>;
    interactionDetails(req: IncomingMessage, res: ServerResponse): Promise<Interaction>;
    interactionFinished(
      req: IncomingMessage,
      res: ServerResponse,
      result: { login: { accountId: string } } | { error: string; error_description: string },
    ): Promise<void>;
    on(event: string, listener: (...told: unknown[]) => void): this;
  }
}
