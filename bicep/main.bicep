metadata description = 'The open app: pipeline, API and portal, with storage, identity, network and telemetry of its own.'

// An app takes nothing from outside this file but its sign-in: no identity, account or network of another app can be handed to it.
// The closed app is to be a second file over the same modules, in a resource group of its own.
targetScope = 'resourceGroup'

import {
  CallerSettings,
  EnvironmentName,
  MonitoringSettings,
  NetworkSettings,
  OfficeNames,
  PublisherAddresses,
  ScaleSettings,
  SignInSettings,
  StorageSettings
} from 'types.bicep'

@description('Region.')
param location string = resourceGroup().location

@description('Where the system runs.')
param environmentName EnvironmentName

@description('The office that issues the briefings.')
param office OfficeNames

@description('Where publishers serve their files.')
param publishers PublisherAddresses

@description('Size of the app.')
param scale ScaleSettings

@description('Who may reach the app. Nobody from the public network unless said here.')
param callers CallerSettings = {
  allowedAddressRanges: []
  allowedOrigins: []
  apiAddress: ''
  requestsPerMinute: 1200
  megabytesPerMinute: 1024
}

@description('The registration that callers sign in to.')
param signIn SignInSettings

@description('Redundancy and retention of the storage account.')
param storageSettings StorageSettings

@description('Retention of logs and who hears of alerts.')
param monitoringSettings MonitoringSettings

@description('Address ranges.')
param networkSettings NetworkSettings

var app = 'minerals-open'
var stem = '${app}-${environmentName}'
var unique = uniqueString(resourceGroup().id, stem)
var names = {
  applicationInsights: 'appi-${stem}'
  identity: 'id-${stem}'
  network: 'vnet-${stem}'
  plan: 'plan-${stem}'
  site: 'func-${stem}-${take(unique, 6)}'
  storageAccount: take('st${replace(stem, '-', '')}${unique}', 24)
  workspace: 'log-${stem}'
}
var tags = {
  app: app
  environment: environmentName
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    location: location
    tags: tags
    name: names.network
    settings: networkSettings
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    tags: tags
    name: names.storageAccount
    settings: storageSettings
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    tags: tags
    workspaceName: names.workspace
    applicationInsightsName: names.applicationInsights
    settings: monitoringSettings
  }
}

module identity 'modules/identity-roles.bicep' = {
  name: 'identity-roles'
  params: {
    location: location
    tags: tags
    name: names.identity
    storageAccountName: storage.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
  }
}

module blobEndpoint 'modules/private-endpoint.bicep' = {
  name: 'blob-endpoint'
  params: {
    location: location
    tags: tags
    name: 'pe-${stem}-blob'
    subnetId: network.outputs.endpointSubnetId
    targetId: storage.outputs.id
    group: 'blob'
    zoneId: network.outputs.blobZoneId
  }
}

module queueEndpoint 'modules/private-endpoint.bicep' = {
  name: 'queue-endpoint'
  params: {
    location: location
    tags: tags
    name: 'pe-${stem}-queue'
    subnetId: network.outputs.endpointSubnetId
    targetId: storage.outputs.id
    group: 'queue'
    zoneId: network.outputs.queueZoneId
  }
}

module tableEndpoint 'modules/private-endpoint.bicep' = {
  name: 'table-endpoint'
  params: {
    location: location
    tags: tags
    name: 'pe-${stem}-table'
    subnetId: network.outputs.endpointSubnetId
    targetId: storage.outputs.id
    group: 'table'
    zoneId: network.outputs.tableZoneId
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    location: location
    tags: tags
    name: names.site
    planName: names.plan
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    packageContainerName: storage.outputs.packageContainerName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    subnetId: network.outputs.appSubnetId
    scale: scale
    callers: callers
    signIn: signIn
    office: office
    publishers: publishers
  }
  // The host opens its storage as soon as it starts, and the account answers on these endpoints alone.
  dependsOn: [
    blobEndpoint
    queueEndpoint
    tableEndpoint
  ]
}

module siteEndpoint 'modules/private-endpoint.bicep' = {
  name: 'site-endpoint'
  params: {
    location: location
    tags: tags
    name: 'pe-${stem}-site'
    subnetId: network.outputs.endpointSubnetId
    targetId: functionApp.outputs.id
    group: 'sites'
    zoneId: network.outputs.siteZoneId
  }
}

module authentication 'modules/auth.bicep' = {
  name: 'auth'
  params: {
    siteName: functionApp.outputs.name
    signIn: signIn
    openPaths: [
      '/api/health/live'
      '/api/health/ready'
    ]
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    name: 'alert-${stem}'
    operatorAddresses: monitoringSettings.operatorAddresses
    workspaceId: monitoring.outputs.workspaceId
    siteId: functionApp.outputs.id
    storageAccountId: storage.outputs.id
  }
}

@description('Name of the app, to which the package is published.')
output siteName string = functionApp.outputs.name

@description('Host name of the app, which the smoke test asks.')
output hostName string = functionApp.outputs.hostName

@description('Storage account of the app.')
output storageAccountName string = storage.outputs.name

@description('Container that the package is uploaded to.')
output packageContainerName string = storage.outputs.packageContainerName

@description('The address from which publishers are asked.')
output outboundAddress string = network.outputs.outboundAddress
