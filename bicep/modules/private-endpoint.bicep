metadata description = 'One private endpoint and its name in a private zone.'

import { Tags } from '../types.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the endpoint.')
param name string

@description('Subnet that the endpoint is placed in.')
param subnetId string

@description('Resource that the endpoint leads to.')
param targetId string

@description('Part of the resource that the endpoint leads to.')
param group 'blob' | 'queue' | 'table' | 'sites'

@description('Zone that resolves the endpoint.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: group
        properties: {
          privateLinkServiceId: targetId
          groupIds: [
            group
          ]
        }
      }
    ]
  }

  resource zoneGroup 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: group
          properties: {
            privateDnsZoneId: zoneId
          }
        }
      ]
    }
  }
}
