import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'

const text = `resource "aws_cloudfront_multitenant_distribution" "app" {
  enabled = true
  comment = "for tenants"
  origin {
    id          = "web"
    domain_name = "{{host}}.example.org"
    custom_header {
      header_name  = "X-A"
      header_value = "1"
    }
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "web"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    allowed_methods {
      items          = ["GET", "HEAD", "OPTIONS"]
      cached_methods = ["GET", "HEAD"]
    }
  }
  cache_behavior {
    path_pattern           = "/a/*"
    target_origin_id       = "web"
    viewer_protocol_policy = "https-only"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    allowed_methods {
      items          = ["GET", "HEAD"]
      cached_methods = ["GET", "HEAD"]
    }
  }
  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      items            = ["DE"]
    }
  }
  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/aaaaaaaa-1111-2222-3333-444444444444"
    ssl_support_method  = "sni-only"
  }
  tenant_config {
    parameter_definition {
      name = "host"
      definition {
        string_schema {
          required = true
        }
      }
    }
  }
}

resource "aws_cloudfront_distribution_tenant" "acme" {
  name                = "acme"
  distribution_id     = aws_cloudfront_multitenant_distribution.app.id
  connection_group_id = aws_cloudfront_connection_group.group.id
  domain {
    domain = "acme.example.com"
  }
  parameter {
    name  = "host"
    value = "acme"
  }
  customizations {
    geo_restriction {
      restriction_type = "blacklist"
      locations        = ["FR"]
    }
    web_acl {
      action = "disable"
    }
  }
}

resource "aws_cloudfront_connection_group" "group" {
  name               = "group"
  anycast_ip_list_id = aws_cloudfront_anycast_ip_list.ips.id
  ipv6_enabled       = false
}

resource "aws_cloudfront_anycast_ip_list" "ips" {
  name     = "ips"
  ip_count = 21
}

resource "aws_cloudfront_trust_store" "store" {
  name = "store"
  ca_certificates_bundle_source {
    ca_certificates_bundle_s3_location {
      bucket = "bundles"
      key    = "ca.pem"
      region = "us-east-1"
    }
  }
}

resource "aws_cloudfront_connection_function" "check" {
  name                     = "check"
  publish                  = true
  connection_function_code = "function connectionHandler() {}"
  connection_function_config {
    comment = "checks"
    runtime = "cloudfront-js-2.0"
    key_value_store_association {
      key_value_store_arn = "arn:aws:cloudfront::111122223333:key-value-store/1"
    }
  }
}
`
function opened(source: string) {
  const read = readSource(source)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

test('what serves tenants is read whole, and nothing of it is told as unknown', () => {
  const { document, notes } = opened(text)
  expect(notes).toEqual([])
  expect(document.resources['app']?.config).toMatchObject({
    ConnectionMode: 'tenant-only',
    Origins: [{ Id: 'web', CustomHeaders: [{ HeaderName: 'X-A', HeaderValue: '1' }] }],
    DefaultCacheBehavior: {
      AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS'], CachedMethods: ['GET', 'HEAD'] },
    },
    CacheBehaviors: [{ PathPattern: '/a/*' }],
    Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE'] } },
    TenantConfig: {
      ParameterDefinitions: [{ Name: 'host', Definition: { StringSchema: { Required: true } } }],
    },
  })
  expect(document.resources['acme']?.config).toMatchObject({
    DistributionId: { ref: 'app' },
    ConnectionGroupId: { ref: 'group' },
    Domains: [{ Domain: 'acme.example.com' }],
    Parameters: [{ Name: 'host', Value: 'acme' }],
    Customizations: { GeoRestrictions: { Locations: ['FR'] }, WebAcl: { Action: 'disable' } },
  })
  expect(document.resources['group']?.config).toMatchObject({
    AnycastIpListId: { ref: 'ips' },
    Ipv6Enabled: false,
  })
  expect(document.resources['store']?.config).toMatchObject({
    CaCertificatesBundleSource: { CaCertificatesBundleS3Location: { Bucket: 'bundles' } },
  })
  expect(document.resources['check']?.config).toMatchObject({
    AutoPublish: true,
    ConnectionFunctionConfig: {
      KeyValueStoreAssociations: [{ KeyValueStoreARN: expect.stringContaining('store/1') }],
    },
  })
})

test('it is saved as it was, an edit is one line, and as new configuration it reads back the same', () => {
  const { document, format } = opened(text)
  expect(writeFormat(format.id, document).text).toBe(text)
  const [site] = distributionsIn(document)
  if (!site) throw new Error('There is no distribution.')
  const edited = applyEdit(document, setAt([...site.path, 'Comment'], 'edited'))
  expect(writeFormat(format.id, edited).text).toBe(text.replace('for tenants', 'edited'))
  const { source: _, ...alone } = document
  const written = writeFormat('terraform', alone)
  expect(written.losses).toEqual([])
  expect(opened(written.text).document.resources).toEqual(document.resources)
})
