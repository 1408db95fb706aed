import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { forget } from '../kit/remembered.ts'

/** 离开这本台账：回到首页，旧台账的答案、筛选一概不留；门口正在问的那几样不动。 */
export function useLeaving() {
  const client = useQueryClient()
  return useCallback(() => {
    navigate('/')
    forget()
    client.removeQueries({ type: 'inactive' })
  }, [client])
}
