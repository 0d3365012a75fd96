metadata description = 'Sign-in in front of the app. The app validates each token again and decides by role; this door only keeps strangers out.'

import { SignInSettings } from '../types.bicep'

@description('Name of the app.')
param siteName string

@description('The registration that callers sign in to.')
param signIn SignInSettings

@description('Paths that answer without sign-in.')
param openPaths string[]

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: siteName
}

resource authentication 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: {
    globalValidation: {
      excludedPaths: openPaths
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signIn.clientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${signIn.tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: signIn.allowedAudiences
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
  }
}
