metadata description = 'Identity of one app and what it may do: on its own storage account and its own telemetry, nowhere else.'

import { Tags } from '../types.bicep'
import { storageRoles, telemetryRoles } from '../roles.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the identity.')
param name string

@description('Storage account of the app.')
param storageAccountName string

@description('Application Insights resource of the app.')
param applicationInsightsName string

resource storageAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// Assigned by the user, so that it exists, with its roles, before the app first starts.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

resource storageAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(storageRoles): {
  name: guid(storageAccount.id, identity.id, role.value)
  scope: storageAccount
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

resource telemetryAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(telemetryRoles): {
  name: guid(applicationInsights.id, identity.id, role.value)
  scope: applicationInsights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

@description('The identity.')
output id string = identity.id

@description('Client id of the identity, by which the app asks for its tokens.')
output clientId string = identity.properties.clientId
