const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 章、议题的次第，1 至 99。例：numeral(3) → '三'；numeral(12) → '十二'；numeral(20) → '二十' */
export const numeral = (n: number): string =>
  n <= 10
    ? `${digits[n - 1]}`
    : n < 20
      ? `十${digits[n - 11]}`
      : `${digits[Math.floor(n / 10) - 1]}十${n % 10 === 0 ? '' : digits[(n % 10) - 1]}`
