metadata description = 'Types of the parameters, shared by main.bicep, the modules and the parameter files.'

@export()
@description('Where the system runs. Part of every name, so that two environments fit into one subscription.')
type EnvironmentName = 'dev' | 'prod'

@export()
@description('The office that issues the briefings, as it is printed on them.')
type OfficeNames = {
  @description('Name in Japanese.')
  @minLength(1)
  ja: string

  @description('Name in English.')
  @minLength(1)
  en: string
}

@export()
@description('Where publishers serve their files. Lists of addresses: none means that this source is not pulled.')
type PublisherAddresses = {
  @description('Hosts that may be asked, redirects included. Exact names.')
  @minLength(1)
  hosts: string[]

  @description('Trade statistics. An address may hold an application id, and so is never logged.')
  tradeStatistics: string[]

  @description('Mineral Commodity Summaries.')
  mineralSummaries: string[]

  @description('Monthly commodity prices.')
  commodityPrices: string[]

  @description('Governance indicators.')
  governance: string[]
}

@export()
@description('Size of the app: how large an instance is and how many there may be.')
type ScaleSettings = {
  @description('Most instances at once, over all functions. The platform takes no smaller ceiling than 40.')
  @minValue(40)
  @maxValue(1000)
  maximumInstanceCount: int

  @description('Memory of one instance in MB; the number of processors follows from it.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('Instances kept started for HTTP. None: the first caller after a quiet time waits for a start.')
  @minValue(0)
  @maxValue(20)
  alwaysReadyHttpInstances: int

  @description('Steps that one instance runs side by side.')
  @minValue(1)
  @maxValue(32)
  maximumParallelSteps: int

  @description('Seconds after which the work of an instance that gives no sign of life may be taken over.')
  @minValue(1)
  @maxValue(3600)
  leaseSeconds: int

  @description('Spread over the zones of the region. The storage account must then be zone redundant.')
  zoneRedundant: bool
}

@export()
@description('Who may reach the app.')
type CallerSettings = {
  @description('Public address ranges (CIDR) let in. None: the app answers on its private endpoint alone.')
  allowedAddressRanges: string[]

  @description('Origins of internal portals whose pages may call the API. Never a wildcard.')
  allowedOrigins: string[]

  @description('Address under which callers reach the API, as it is printed in briefings: https and host, perhaps a path. Empty: briefings print paths alone.')
  apiAddress: string

  @description('Requests that one caller may send in a minute.')
  @minValue(1)
  @maxValue(1000000)
  requestsPerMinute: int

  @description('Megabytes that one caller may be sent in a minute.')
  @minValue(1)
  @maxValue(1000000)
  megabytesPerMinute: int
}

@export()
@description('The registration in Microsoft Entra ID that callers sign in to.')
type SignInSettings = {
  @description('Tenant whose tokens are accepted.')
  @minLength(36)
  @maxLength(36)
  tenantId: string

  @description('Client id of the registration.')
  @minLength(36)
  @maxLength(36)
  clientId: string

  @description('Audiences accepted in a token.')
  @minLength(1)
  allowedAudiences: string[]
}

@export()
@description('Redundancy of the storage account and how long deleted blobs can be brought back.')
type StorageSettings = {
  @description('Kind of redundancy.')
  sku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'

  @description('Days in which a deleted blob or container can be brought back.')
  @minValue(7)
  @maxValue(365)
  deleteRetentionDays: int
}

@export()
@description('How long logs are kept and who hears of alerts.')
type MonitoringSettings = {
  @description('Days that logs are kept.')
  @minValue(30)
  @maxValue(730)
  retentionDays: int

  @description('Most GB of logs a day, so that a loop that logs cannot run up a bill.')
  @minValue(1)
  @maxValue(100)
  dailyQuotaGb: int

  @description('Mail addresses of operators. None: alerts show in the portal alone.')
  operatorAddresses: string[]
}

@export()
@description('Address ranges (CIDR) of the network and its two subnets.')
type NetworkSettings = {
  @description('The whole network.')
  addressRange: string

  @description('Subnet of the app. Larger than /27, or instances cannot be added.')
  appSubnetRange: string

  @description('Subnet of the private endpoints.')
  endpointSubnetRange: string
}

@export()
@description('Tags that every resource carries.')
type Tags = {
  @description('The app that the resource belongs to.')
  app: string

  @description('Where the system runs.')
  environment: EnvironmentName
}
