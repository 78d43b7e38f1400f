import { config } from 'zod'

// The content security policy forbids making functions from text, and zod would try it. Imported before any schema.
config({ jitless: true })
