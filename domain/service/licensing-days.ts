/** Periods of the licensing law (行政许可法), in working days (art. 82), and one of civil procedure in calendar days. */
export const licensingDays = {
  /** 32(1)(4): counted from arrival. */
  onceOnlyNotice: 5,
  /** 42(1). */
  statutory: 20,
  extension: 10,
  /** 42(2): joint handling. */
  joint: 45,
  jointExtension: 15,
  /** 44: from the decision to the licence in hand. */
  issue: 10,
  /** 47(1): to ask for a hearing, from the day it was told. */
  hearingRequest: 5,
  /** 47(1): to hold it, from the request. */
  hearingHeld: 20,
  /** 48(1)(1): between the notice and the hearing. */
  hearingNotice: 7,
} as const

/** 民事诉讼法 art. 95, by analogy: calendar days after publication that a public notice counts as served. */
export const publicNoticeDays = 30
