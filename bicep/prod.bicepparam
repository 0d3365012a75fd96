using 'main.bicep'

param environmentName = 'prod'

param office = {
  ja: readEnvironmentVariable('OFFICE_NAME_JA')
  en: readEnvironmentVariable('OFFICE_NAME_EN')
}

param scale = {
  maximumInstanceCount: 100
  instanceMemoryMB: 4096
  alwaysReadyHttpInstances: 1
  maximumParallelSteps: 4
  zoneRedundant: true
}

param signIn = {
  tenantId: readEnvironmentVariable('ENTRA_TENANT_ID')
  clientId: readEnvironmentVariable('ENTRA_CLIENT_ID')
  allowedAudiences: [
    'api://${readEnvironmentVariable('ENTRA_CLIENT_ID')}'
  ]
}

param storageSettings = {
  sku: 'Standard_ZRS'
  deleteRetentionDays: 90
}

param monitoringSettings = {
  retentionDays: 365
  dailyQuotaGb: 10
  operatorAddresses: split(readEnvironmentVariable('OPERATOR_ADDRESSES'), ',')
}

param networkSettings = {
  addressRange: '10.24.0.0/22'
  appSubnetRange: '10.24.0.0/24'
  endpointSubnetRange: '10.24.1.0/27'
}
