using 'main.bicep'

param environmentName = 'prod'

param office = {
  ja: readEnvironmentVariable('OFFICE_NAME_JA')
  en: readEnvironmentVariable('OFFICE_NAME_EN')
}

param publishers = {
  hosts: [
    'www.e-stat.go.jp'
    'www.sciencebase.gov'
    'thedocs.worldbank.org'
    'databank.worldbank.org'
    'databankfiles.worldbank.org'
  ]
  // Each year of trade has a number of its own in e-Stat: the office enters the addresses of the files it uses.
  tradeStatistics: []
  mineralSummaries: [
    'https://www.sciencebase.gov/catalog/file/get/696a75d5d4be0228872d3bf8?name=MCS2026_Commodities_Data.csv#MCS2026_Commodities_Data.csv'
  ]
  commodityPrices: [
    'https://thedocs.worldbank.org/en/doc/74e8be41ceb20fa0da750cda2f6b9e4e-0050012026/related/CMO-Historical-Data-Monthly.xlsx'
  ]
  governance: [
    'https://databank.worldbank.org/data/download/WGI_CSV.zip'
  ]
}

param scale = {
  maximumInstanceCount: 100
  instanceMemoryMB: 4096
  alwaysReadyHttpInstances: 1
  maximumParallelSteps: 4
  leaseSeconds: 60
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
