import { useEffect } from 'react'

/** Title of the window: where one is, never whose case. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = title
  }, [title])
}
