import { readFileSync } from 'node:fs';
import type { ServiceDefinition } from '@convener/contracts/manifest';
import { Aws, Duration, Fn } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { cachedPatterns } from './cached-patterns.ts';
import type { HouseHttpApi } from './http-api.ts';
import { type NetworkParameters, onlyIf } from './parameters.ts';
import { asInterface, ReportsBucket } from './reports-bucket.ts';

/** Files of published reports lie under this path, in the bucket and on the site alike. */
export const reportsPath = 'reports';

export interface EdgeProps {
  readonly stage: Stage;
  readonly parameters: NetworkParameters;
  readonly api: HouseHttpApi;
  readonly services: readonly ServiceDefinition[];
}

/** The one door: CloudFront before the HTTP API and the published reports. */
export class Edge extends Construct {
  readonly reports: ReportsBucket;
  readonly baseUrl: string;
  /** Value of `x-origin-secret`, as a reference that CloudFormation resolves; it stands in no template. */
  readonly originSecret: string;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id);
    const secret = new Secret(this, 'OriginSecret', {
      description: 'CloudFront shows it, functions demand it: the API’s own address is no way round the edge',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    acknowledge(secret, 'originSecretStays');
    this.originSecret = secret.secretValue.unsafeUnwrap();
    this.reports = new ReportsBucket(this, 'Reports');
    this.distribution = this.#distribution(props);
    acknowledge(this.distribution, 'everywhere', 'noFirewall', 'noPathLogs');
    this.#orEdgeAddress(props.parameters);
    this.baseUrl = props.parameters.baseUrl(this.distribution.distributionDomainName);
  }

  #distribution({ stage, parameters, api, services }: EdgeProps): Distribution {
    const toApi = {
      origin: new HttpOrigin(api.domainName, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { 'x-origin-secret': this.originSecret },
        readTimeout: Duration.seconds(30),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.#viewerRequest(stage) }],
      compress: true,
    } satisfies BehaviorOptions;
    const cached = { ...toApi, cachePolicy: this.#asTheAnswerSays(stage) };
    return new Distribution(this, 'Distribution', {
      comment: `convener-${stage.name}`,
      domainNames: [parameters.chosen('DomainName')],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', parameters.chosen('CertificateArn')),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      defaultBehavior: { ...toApi, cachePolicy: CachePolicy.CACHING_DISABLED },
      additionalBehaviors: {
        // First, since CloudFront takes the first pattern that fits.
        [`/${reportsPath}/*`]: this.#publishedFiles(toApi),
        ...Object.fromEntries(cachedPatterns(services).map((pattern) => [pattern, cached])),
      },
      priceClass: PriceClass.PRICE_CLASS_100,
      httpVersion: HttpVersion.HTTP2_AND_3,
    });
  }

  /** S3 says 403 of a file that is not there; then the API answers with a page that a person can read. */
  #publishedFiles(toApi: BehaviorOptions): BehaviorOptions {
    // Neither headers nor query strings go on to S3: a query could make it send a file under another type.
    const { originRequestPolicy: _notToS3, ...common } = toApi;
    return {
      ...common,
      origin: new OriginGroup({
        primaryOrigin: S3BucketOrigin.withOriginAccessControl(asInterface(this.reports.bucket)),
        fallbackOrigin: toApi.origin,
        fallbackStatusCodes: [403, 404],
      }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: this.#safeFiles(),
    };
  }

  #viewerRequest(stage: Stage): EdgeFunction {
    return new EdgeFunction(this, 'ViewerRequest', {
      functionName: `convener-${stage.name}-viewer-request`,
      comment: 'Sets the address of the viewer and one of two words for Accept',
      code: FunctionCode.fromInline(readFileSync(new URL('../edge/viewer-request.js', import.meta.url), 'utf8')),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  /** Kept exactly as long as the answer's own Cache-Control allows; nothing said, nothing kept. Cookies never reach a cached page's key. */
  #asTheAnswerSays(stage: Stage): CachePolicy {
    return new CachePolicy(this, 'AsTheAnswerSays', {
      cachePolicyName: `convener-${stage.name}-as-the-answer-says`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      headerBehavior: CacheHeaderBehavior.allowList('Accept'),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  /** Reports are documents: they run nothing, load nothing from elsewhere and are framed by nobody. */
  #safeFiles(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'SafeFiles', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy:
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    });
  }

  /**
   * The distribution is written for a domain of the network's own. Where none is given, CloudFront's own address and certificate take its
   * place, whose oldest TLS nobody can choose.
   */
  #orEdgeAddress({ domainGiven }: NetworkParameters): void {
    const distribution = this.distribution.node.defaultChild;
    if (!(distribution instanceof CfnDistribution)) throw new Error('A distribution without its resource.');
    const { aliases, viewerCertificate } = distribution.distributionConfig as CfnDistribution.DistributionConfigProperty;
    const { acmCertificateArn, sslSupportMethod, minimumProtocolVersion } = viewerCertificate as CfnDistribution.ViewerCertificateProperty;
    const override = (path: string, value: unknown) =>
      distribution.addPropertyOverride(`DistributionConfig.${path}`, onlyIf(domainGiven, value));
    override('Aliases', aliases);
    override('ViewerCertificate.AcmCertificateArn', acmCertificateArn);
    override('ViewerCertificate.SslSupportMethod', sslSupportMethod);
    override('ViewerCertificate.MinimumProtocolVersion', minimumProtocolVersion);
    distribution.addPropertyOverride(
      'DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate',
      Fn.conditionIf(domainGiven.logicalId, Aws.NO_VALUE, true),
    );
  }
}
