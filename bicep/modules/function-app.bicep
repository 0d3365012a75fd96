metadata description = 'One function app on Flex Consumption, run by a custom handler, with every setting that it has.'

import { CallerSettings, OfficeNames, PublisherAddresses, ScaleSettings, SignInSettings, Tags } from '../types.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the app.')
param name string

@description('Name of the plan; a Flex Consumption plan carries one app.')
param planName string

@description('Identity of the app.')
param identityId string

@description('Client id of the identity.')
param identityClientId string

@description('Storage account of the app.')
param storageAccountName string

@description('Container of the package that the app starts from.')
param packageContainerName string

@description('Application Insights resource of the app.')
param applicationInsightsName string

@description('Subnet that the instances join.')
param subnetId string

@description('Size of the app.')
param scale ScaleSettings

@description('Who may reach the app.')
param callers CallerSettings

@description('The registration that callers sign in to: the program checks each token again.')
param signIn SignInSettings

@description('The office that issues the briefings.')
param office OfficeNames

@description('Where publishers serve their files.')
param publishers PublisherAddresses

resource storageAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: scale.zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    clientAffinityEnabled: false
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storageAccount.properties.primaryEndpoints.blob}${packageContainerName}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'custom'
        version: '1.0'
      }
      scaleAndConcurrency: {
        alwaysReady: scale.alwaysReadyHttpInstances == 0 ? [] : [
          {
            name: 'http'
            instanceCount: scale.alwaysReadyHttpInstances
          }
        ]
        instanceMemoryMB: scale.instanceMemoryMB
        maximumInstanceCount: scale.maximumInstanceCount
      }
    }
    httpsOnly: true
    publicNetworkAccess: empty(callers.allowedAddressRanges) ? 'Disabled' : 'Enabled'
    serverFarmId: plan.id
    siteConfig: {
      // The whole list replaces what the app had: a setting that is not here does not exist.
      appSettings: [
        {
          name: 'AzureWebJobsStorage__accountName'
          value: storageAccount.name
        }
        {
          name: 'AzureWebJobsStorage__credential'
          value: 'managedidentity'
        }
        {
          name: 'AzureWebJobsStorage__clientId'
          value: identityClientId
        }
        {
          name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
          value: applicationInsights.properties.ConnectionString
        }
        {
          name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
          value: 'ClientId=${identityClientId};Authorization=AAD'
        }
        {
          name: 'Pipeline__OfficeNameJa'
          value: office.ja
        }
        {
          name: 'Pipeline__OfficeNameEn'
          value: office.en
        }
        {
          name: 'Pipeline__ApiAddress'
          value: callers.apiAddress
        }
        {
          name: 'Pipeline__MaximumParallelSteps'
          value: string(scale.maximumParallelSteps)
        }
        {
          name: 'Pipeline__LeaseSeconds'
          value: string(scale.leaseSeconds)
        }
        {
          name: 'Pipeline__TradeStatisticsAddresses'
          value: join(publishers.tradeStatistics, ' ')
        }
        {
          name: 'Pipeline__MineralSummariesAddresses'
          value: join(publishers.mineralSummaries, ' ')
        }
        {
          name: 'Pipeline__CommodityPricesAddresses'
          value: join(publishers.commodityPrices, ' ')
        }
        {
          name: 'Pipeline__GovernanceAddresses'
          value: join(publishers.governance, ' ')
        }
        {
          name: 'Pipeline__PublisherHosts'
          value: join(publishers.hosts, ' ')
        }
        {
          name: 'Pipeline__SignInAuthority'
          value: environment().authentication.loginEndpoint
        }
        {
          name: 'Pipeline__SignInTenant'
          value: signIn.tenantId
        }
        {
          name: 'Pipeline__SignInAudiences'
          value: join(signIn.allowedAudiences, ' ')
        }
        {
          name: 'Pipeline__PortalOrigins'
          value: join(callers.allowedOrigins, ' ')
        }
        {
          name: 'Pipeline__RequestsPerMinute'
          value: string(callers.requestsPerMinute)
        }
        {
          name: 'Pipeline__MegabytesPerMinute'
          value: string(callers.megabytesPerMinute)
        }
      ]
      cors: {
        allowedOrigins: callers.allowedOrigins
        supportCredentials: false
      }
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictions: [for (range, index) in callers.allowedAddressRanges: {
        name: 'caller-${index}'
        action: 'Allow'
        ipAddress: range
        priority: 100 + index
      }]
      ipSecurityRestrictionsDefaultAction: 'Deny'
      minTlsVersion: '1.2'
      remoteDebuggingEnabled: false
      scmIpSecurityRestrictionsDefaultAction: 'Deny'
      scmMinTlsVersion: '1.2'
    }
    virtualNetworkSubnetId: subnetId
  }
}

resource ftpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource deploymentPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

@description('The app.')
output id string = site.id

@description('Name of the app.')
output name string = site.name

@description('Host name of the app.')
output hostName string = site.properties.defaultHostName
