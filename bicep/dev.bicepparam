using 'main.bicep'

param environmentName = 'dev'

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
  maximumInstanceCount: 40
  instanceMemoryMB: 2048
  alwaysReadyHttpInstances: 0
  maximumParallelSteps: 2
  leaseSeconds: 60
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
