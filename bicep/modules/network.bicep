metadata description = 'Network of the app: a subnet that the instances join, one for private endpoints, the zones that resolve them, one way out.'

import { NetworkSettings, Tags } from '../types.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the network; other names here start with it.')
param name string

@description('Address ranges.')
param settings NetworkSettings

var storageServices = ['blob', 'queue', 'table']
var appZone = 'privatelink.azurewebsites.net'

// New networks have no way out of their own. Publishers are reached through this gateway, from one address that they can let in.
resource outboundAddress 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '${name}-out'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIPAllocationMethod: 'Static'
  }
}

resource gateway 'Microsoft.Network/natGateways@2024-05-01' = {
  name: '${name}-nat'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      {
        id: outboundAddress.id
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        settings.addressRange
      ]
    }
  }

  resource appSubnet 'subnets' = {
    name: 'app'
    properties: {
      addressPrefix: settings.appSubnetRange
      defaultOutboundAccess: false
      natGateway: {
        id: gateway.id
      }
      delegations: [
        {
          name: 'flex-consumption'
          properties: {
            serviceName: 'Microsoft.App/environments'
          }
        }
      ]
    }
  }

  // Subnets of one network cannot be written at the same time.
  resource endpointSubnet 'subnets' = {
    name: 'endpoints'
    properties: {
      addressPrefix: settings.endpointSubnetRange
      defaultOutboundAccess: false
      privateEndpointNetworkPolicies: 'Enabled'
    }
    dependsOn: [
      appSubnet
    ]
  }
}

resource storageZones 'Microsoft.Network/privateDnsZones@2020-06-01' = [for service in storageServices: {
  name: 'privatelink.${service}.${environment().suffixes.storage}'
  location: 'global'
  tags: tags
}]

resource storageZoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (service, index) in storageServices: {
  parent: storageZones[index]
  name: '${name}-${service}'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}]

resource siteZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: appZone
  location: 'global'
  tags: tags
}

resource siteZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: siteZone
  name: '${name}-sites'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

@description('Subnet that the instances join.')
output appSubnetId string = network::appSubnet.id

@description('Subnet of the private endpoints.')
output endpointSubnetId string = network::endpointSubnet.id

@description('Zone of the blob endpoint.')
output blobZoneId string = storageZones[0].id

@description('Zone of the queue endpoint.')
output queueZoneId string = storageZones[1].id

@description('Zone of the table endpoint.')
output tableZoneId string = storageZones[2].id

@description('Zone of the app\'s endpoint.')
output siteZoneId string = siteZone.id

@description('The address that publishers see.')
output outboundAddress string = outboundAddress.properties.ipAddress
