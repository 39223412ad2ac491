export const CHANNEL_WORDS = { online: 'Trực tuyến', in_person: 'Nộp trực tiếp', post: 'Qua bưu chính' } as const

export const LEVEL_WORDS = {
  ministry: 'Cấp bộ',
  province: 'Cấp tỉnh',
  commune: 'Cấp xã',
  institution: 'Trường, cơ sở giáo dục',
} as const

export const AUDIENCE_WORDS = {
  parent: 'Phụ huynh',
  student: 'Học sinh, sinh viên',
  teacher: 'Giáo viên',
  institution: 'Trường, tổ chức',
  citizen: 'Người dân',
} as const

export const UNKNOWN = 'Chưa có thông tin'
