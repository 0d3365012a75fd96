metadata description = 'What operators are told of without looking.'

import { Tags } from '../types.bicep'

@description('Region.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name that every alert starts with.')
param name string

@description('Mail addresses of operators.')
param operatorAddresses string[]

@description('Workspace of the logs.')
param workspaceId string

@description('The app.')
param siteId string

@description('Storage account of the app.')
param storageAccountId string

// The app writes errors, and nothing else, as lines of this severity; the host counts an answer 500 that was delivered as a success.
var logAlerts = [
  {
    name: 'errors'
    description: 'The app logged errors.'
    query: 'AppTraces | where SeverityLevel >= 3'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: []
    severity: 2
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'exceptions'
    description: 'Exceptions that nothing in the app handled.'
    query: 'AppExceptions'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: []
    severity: 2
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'standing'
    description: 'WatchRuns found something that an operator should know: a failed or stuck run, a message given up, a source that did not come. The runbook says what to do.'
    query: 'AppTraces | where Message contains "WatchRuns is done: " | extend standing = extract("alerts stand: (.*)", 1, Message) | where isnotempty(standing) | mv-expand standing = split(standing, ", ") to typeof(string)'
    operator: 'GreaterThan'
    threshold: 0
    // Kind and number: one that comes while another stands is told of its own.
    dimensions: [
      {
        name: 'standing'
        operator: 'Include'
        values: [
          '*'
        ]
      }
    ]
    severity: 2
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'timers-stopped'
    description: 'WatchRuns, which runs every few minutes, has not run for an hour: timers are dead, and HTTP may go on all the same.'
    query: 'AppRequests | where OperationName == "WatchRuns"'
    operator: 'LessThan'
    threshold: 1
    dimensions: []
    severity: 1
    window: 'PT1H'
    frequency: 'PT15M'
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'operators'
    emailReceivers: [for (address, index) in operatorAddresses: {
      name: 'operator-${index}'
      emailAddress: address
      useCommonAlertSchema: true
    }]
  }
}

resource logRules 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for alert in logAlerts: {
  name: '${name}-${alert.name}'
  location: location
  tags: tags
  properties: {
    actions: {
      actionGroups: [
        operators.id
      ]
    }
    autoMitigate: true
    criteria: {
      allOf: [
        {
          dimensions: alert.dimensions
          operator: alert.operator
          query: alert.query
          threshold: alert.threshold
          timeAggregation: 'Count'
        }
      ]
    }
    description: alert.description
    enabled: true
    evaluationFrequency: alert.frequency
    scopes: [
      workspaceId
    ]
    severity: alert.severity
    windowSize: alert.window
  }
}]

resource failedAnswers 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-failed-answers'
  location: 'global'
  tags: tags
  properties: {
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          name: 'answers-5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    description: 'The app answered more than five callers with a server error within a quarter of an hour.'
    enabled: true
    evaluationFrequency: 'PT5M'
    scopes: [
      siteId
    ]
    severity: 2
    windowSize: 'PT15M'
  }
}

resource storageUnavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-storage-unavailable'
  location: 'global'
  tags: tags
  properties: {
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Availability'
          name: 'availability'
          operator: 'LessThan'
          threshold: 99
          timeAggregation: 'Average'
        }
      ]
    }
    description: 'The storage account answered less than 99 of 100 requests within a quarter of an hour.'
    enabled: true
    evaluationFrequency: 'PT5M'
    scopes: [
      storageAccountId
    ]
    severity: 1
    windowSize: 'PT15M'
  }
}
