/** A name that says which window and when, so that no parcel lies over an earlier one: `W03-20261123-1432.yichuang`. */
export const parcelName = (deviceNo: string, at: number): string => {
  const [day = '', time = ''] = new Date(at + shanghai).toISOString().split('T')
  return `${deviceNo}-${day.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}.yichuang`
}

const shanghai = 8 * 3600 * 1000
