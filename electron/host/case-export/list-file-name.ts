/** A name that says when: `办件-20261123-1432.xlsx`. */
export const listFileName = (at: number): string => {
  const [day = '', time = ''] = new Date(at + shanghai).toISOString().split('T')
  return `办件-${day.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}.xlsx`
}

const shanghai = 8 * 3600 * 1000
