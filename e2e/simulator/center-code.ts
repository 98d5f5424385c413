/** Of the one center of the world; region 990000 does not exist. */
export const centerCode = '990123'
