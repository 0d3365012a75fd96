using 'main.bicep'

param environmentName = 'dev'

param office = {
  ja: readEnvironmentVariable('OFFICE_NAME_JA')
  en: readEnvironmentVariable('OFFICE_NAME_EN')
}

param scale = {
  maximumInstanceCount: 40
  instanceMemoryMB: 2048
  alwaysReadyHttpInstances: 0
  maximumParallelSteps: 2
  zoneRedundant: false
}

param signIn = {
  tenantId: readEnvironmentVariable('ENTRA_TENANT_ID')
  clientId: readEnvironmentVariable('ENTRA_CLIENT_ID')
  allowedAudiences: [
    'api://${readEnvironmentVariable('ENTRA_CLIENT_ID')}'
  ]
}

param storageSettings = {
  sku: 'Standard_LRS'
  deleteRetentionDays: 7
}

param monitoringSettings = {
  retentionDays: 30
  dailyQuotaGb: 1
  operatorAddresses: split(readEnvironmentVariable('OPERATOR_ADDRESSES'), ',')
}

param networkSettings = {
  addressRange: '10.20.0.0/22'
  appSubnetRange: '10.20.0.0/24'
  endpointSubnetRange: '10.20.1.0/27'
}
