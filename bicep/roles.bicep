metadata description = 'Built-in roles that an app needs, and no others.'

@export()
@description('Roles on the storage account of the app. The host keeps its leases and keys in blobs, so it needs the owner\'s role there.')
var storageRoles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

@export()
@description('Roles on the Application Insights resource of the app.')
var telemetryRoles = {
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}
