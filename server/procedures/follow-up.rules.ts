const PLEASE = '(?:the |vay |con |thu tuc nay |viec nay |cai nay |no )*'
const END =
  '(?: (?:the|vay|a|nhi|ha|khong|la bao nhieu|bao nhieu|the nao|nhu the nao|gi|nao|o dau|het|tat ca|nua|thu tuc nay|nay|roi))*$'
const asks = (subjects: string) => new RegExp(`^${PLEASE}(?:${subjects})${END}`)

/** What is asked of a procedure without naming it, by the words of the line that answers. */
export const PARTS_ASKED: { payload: string; asks: RegExp }[] = [
  {
    payload: 'Giấy tờ',
    asks: asks('(?:can |phai |chuan bi |mang |nop )*(?:giay to|nhung gi|giay gi|ho so gom|ho so can|ho so gi|ho so)'),
  },
  {
    payload: 'Nơi nộp',
    asks: asks(
      '(?:nop|gui|lam|di)(?: ho so| don)?(?: o| tai)? (?:dau|cho nao|noi nao)|nop the nao|cach nop|o dau|dia chi nop',
    ),
  },
  { payload: 'Ngày hẹn', asks: asks('bao gio xong|khi nao xong|ngay hen|hen tra|ngay nao xong|khi nao co ket qua') },
  {
    payload: 'Thủ tục',
    asks: asks(
      '(?:mat |het |trong )?(?:bao lau|may ngay|bao nhieu ngay|le phi|phi|chi phi|tien|bao nhieu tien|ton tien|co ton tien)',
    ),
  },
]
