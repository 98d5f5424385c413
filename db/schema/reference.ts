/** `data` is the JSON of the schema of the same name in contract/reference.ts. */
export interface CenterTable {
  code: string
  data: string
}

export interface WindowTable {
  device_no: string
  data: string
}

export interface StaffTable {
  id: string
  login: string
  data: string
}

export interface ItemTable {
  id: string
  /** 1 = no longer offered; kept because old cases name it. */
  withdrawn: number
  data: string
}

export interface ItemUseTable {
  item_id: string
  /** Day number. */
  day: number
  n: number
}
