import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { serverContract } from '../../contract/server.ts'

/** The OpenAPI description of contract/server.ts. */
export const describeApi = (version: string): Promise<object> =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(serverContract, {
    info: { title: 'Yichuang central server', version },
    security: [{ device: [] }],
    components: { securitySchemes: { device: { type: 'http', scheme: 'bearer' } } },
  })
