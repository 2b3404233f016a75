import { createCamundaClient, type CamundaClient } from '@camunda8/orchestration-cluster-api';

/** The official client of Camunda 8.9 in its strictest mode: a wrong field of a request or an answer throws. */
export function officialClient(url: string, username = 'robot'): CamundaClient {
  return createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: url,
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: username,
      CAMUNDA_BASIC_AUTH_PASSWORD: 'iter',
      CAMUNDA_SDK_VALIDATION: 'req:strict,res:fanatical',
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
    },
  });
}
