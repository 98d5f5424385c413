import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { openContract } from '../../contract/open.ts'

/** The OpenAPI description of contract/open.ts; the tag of an operation is the scope that it asks for. */
export const describeOpen = (version: string): Promise<object> =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(openContract, {
    info: { title: 'Yichuang, interface for other systems', version },
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  })
