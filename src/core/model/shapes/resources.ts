/** The other resources: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import {
  contentTypeFormat,
  continuousDeploymentType,
  customizationAction,
  functionRuntime,
  geoRestrictionType,
  importSourceType,
  ipAddressType,
  ipamCidrStatus,
  originAccessControlOriginType,
  originProtocolPolicy,
  realtimeMetricsStatus,
  signingBehavior,
  signingProtocol,
  sslProtocol,
  transparencyLogging,
  validationTokenHost,
  vpcIpAddressType,
} from './enums.ts'
import { boolean, bytes, list, named, number, plainList, string, structure } from './shape.ts'

const functionConfig = structure<sdk.FunctionConfig>()({
  Comment: string,
  Runtime: functionRuntime,
  KeyValueStoreAssociations: list(structure<sdk.KeyValueStoreAssociation>()({ KeyValueStoreARN: string })),
})

export const functionResource = structure<{
  Name: 1
  FunctionCode: 1
  FunctionConfig: 1
  AutoPublish: 1
}>()({ Name: string, FunctionCode: bytes, FunctionConfig: functionConfig, AutoPublish: boolean })

export const connectionFunction = structure<
  Omit<sdk.CreateConnectionFunctionRequest, 'Tags'> & { AutoPublish: 1 }
>()({
  Name: string,
  ConnectionFunctionConfig: functionConfig,
  ConnectionFunctionCode: bytes,
  AutoPublish: boolean,
})

export const keyValueStore = structure<{ Name: 1; Comment: 1; ImportSource: 1 }>()({
  Name: string,
  Comment: string,
  ImportSource: structure<sdk.ImportSource>()({
    SourceType: importSourceType,
    SourceARN: named('SourceArn', string),
  }),
})

export const keyGroupConfig = structure<sdk.KeyGroupConfig>()({
  Name: string,
  Items: plainList(string),
  Comment: string,
})
export const publicKeyConfig = structure<sdk.PublicKeyConfig>()({
  CallerReference: string,
  Name: string,
  EncodedKey: string,
  Comment: string,
})
export const originAccessControlConfig = structure<sdk.OriginAccessControlConfig>()({
  Name: string,
  Description: string,
  SigningProtocol: signingProtocol,
  SigningBehavior: signingBehavior,
  OriginAccessControlOriginType: originAccessControlOriginType,
})
export const originAccessIdentityConfig = structure<sdk.CloudFrontOriginAccessIdentityConfig>()({
  CallerReference: named(null, string),
  Comment: string,
})
export const realtimeLogConfig = structure<sdk.CreateRealtimeLogConfigRequest>()({
  EndPoints: plainList(
    structure<sdk.EndPoint>()({
      StreamType: string,
      KinesisStreamConfig: structure<sdk.KinesisStreamConfig>()({
        RoleARN: named('RoleArn', string),
        StreamARN: named('StreamArn', string),
      }),
    }),
  ),
  Fields: plainList(string),
  Name: string,
  SamplingRate: number,
})
export const monitoringSubscription = structure<{ DistributionId: 1; MonitoringSubscription: 1 }>()({
  DistributionId: string,
  MonitoringSubscription: structure<sdk.MonitoringSubscription>()({
    RealtimeMetricsSubscriptionConfig: structure<sdk.RealtimeMetricsSubscriptionConfig>()({
      RealtimeMetricsSubscriptionStatus: realtimeMetricsStatus,
    }),
  }),
})
export const continuousDeploymentPolicyConfig = structure<sdk.ContinuousDeploymentPolicyConfig>()({
  StagingDistributionDnsNames: list(string, { required: true }),
  Enabled: boolean,
  TrafficConfig: structure<sdk.TrafficConfig>()({
    SingleWeightConfig: structure<sdk.ContinuousDeploymentSingleWeightConfig>()({
      Weight: number,
      SessionStickinessConfig: structure<sdk.SessionStickinessConfig>()({
        IdleTTL: number,
        MaximumTTL: number,
      }),
    }),
    SingleHeaderConfig: structure<sdk.ContinuousDeploymentSingleHeaderConfig>()({
      Header: string,
      Value: string,
    }),
    Type: continuousDeploymentType,
  }),
})
export const vpcOrigin = structure<sdk.VpcOriginEndpointConfig>()({
  Name: string,
  Arn: string,
  HTTPPort: number,
  HTTPSPort: number,
  OriginProtocolPolicy: originProtocolPolicy,
  OriginSslProtocols: named('OriginSSLProtocols', list(sslProtocol, { required: true })),
  IpAddressType: vpcIpAddressType,
})
export const anycastIpList = structure<Omit<sdk.CreateAnycastIpListRequest, 'Tags'>>()({
  Name: string,
  IpCount: number,
  IpAddressType: ipAddressType,
  IpamCidrConfigs: plainList(
    structure<sdk.IpamCidrConfig>()({
      Cidr: string,
      IpamPoolArn: string,
      AnycastIp: named(null, string),
      Status: named(null, ipamCidrStatus),
    }),
  ),
})
export const connectionGroup = structure<Omit<sdk.CreateConnectionGroupRequest, 'Tags'>>()({
  Name: string,
  Ipv6Enabled: boolean,
  AnycastIpListId: string,
  Enabled: boolean,
})
export const distributionTenant = structure<Omit<sdk.CreateDistributionTenantRequest, 'Tags'>>()({
  DistributionId: string,
  Name: string,
  Domains: plainList(structure<sdk.DomainItem>()({ Domain: string })),
  Customizations: structure<sdk.Customizations>()({
    WebAcl: structure<sdk.WebAclCustomization>()({ Action: customizationAction, Arn: string }),
    Certificate: structure<sdk.Certificate>()({ Arn: string }),
    GeoRestrictions: structure<sdk.GeoRestrictionCustomization>()({
      RestrictionType: geoRestrictionType,
      Locations: plainList(string),
    }),
  }),
  Parameters: plainList(structure<sdk.Parameter>()({ Name: string, Value: string })),
  ConnectionGroupId: string,
  ManagedCertificateRequest: structure<sdk.ManagedCertificateRequest>()({
    ValidationTokenHost: validationTokenHost,
    PrimaryDomainName: string,
    CertificateTransparencyLoggingPreference: transparencyLogging,
  }),
  Enabled: boolean,
})
export const trustStore = structure<Omit<sdk.CreateTrustStoreRequest, 'Tags'>>()({
  Name: string,
  CaCertificatesBundleSource: structure<{ CaCertificatesBundleS3Location: 1 }>()({
    CaCertificatesBundleS3Location: structure<sdk.CaCertificatesBundleS3Location>()({
      Bucket: string,
      Key: string,
      Region: string,
      Version: string,
    }),
  }),
  UseClientCertificateOCSPEndpoint: boolean,
})
export const fieldLevelEncryptionConfig = structure<sdk.FieldLevelEncryptionConfig>()({
  CallerReference: string,
  Comment: string,
  QueryArgProfileConfig: structure<sdk.QueryArgProfileConfig>()({
    ForwardWhenQueryArgProfileIsUnknown: boolean,
    QueryArgProfiles: list(structure<sdk.QueryArgProfile>()({ QueryArg: string, ProfileId: string })),
  }),
  ContentTypeProfileConfig: structure<sdk.ContentTypeProfileConfig>()({
    ForwardWhenContentTypeIsUnknown: boolean,
    ContentTypeProfiles: list(
      structure<sdk.ContentTypeProfile>()({
        Format: contentTypeFormat,
        ProfileId: string,
        ContentType: string,
      }),
    ),
  }),
})
export const fieldLevelEncryptionProfile = structure<sdk.FieldLevelEncryptionProfileConfig>()({
  Name: string,
  CallerReference: string,
  Comment: string,
  EncryptionEntities: list(
    structure<sdk.EncryptionEntity>()({
      PublicKeyId: string,
      ProviderId: string,
      FieldPatterns: list(string),
    }),
    { required: true },
  ),
})
