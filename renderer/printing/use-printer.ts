import { useQuery } from '@tanstack/react-query'
import { useHost } from '../ipc/clients.ts'

/** The printer that is set for this device; null = the system's default. */
export const usePrinter = (): string | null => {
  const host = useHost()
  const desk = useQuery({ queryKey: ['desk'], queryFn: () => host.desk.get() })
  return desk.data?.settings.printer ?? null
}
