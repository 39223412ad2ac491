import { foldedWords } from '../search/vietnamese-text.ts'

export type OutOfScope = 'medical' | 'law' | 'politics' | 'insult' | 'other'

function list(text: string): string[] {
  return text.split(',').map((words) => words.trim())
}

/** Words of what is plainly no business of ours; each is answered with a fixed sentence and never with a page. */
const TOPICS: Record<OutOfScope, string[]> = {
  medical: list(`
    uong thuoc, dau bung, dau dau, dau rang, dau lung, bi sot, bi ho, trieu chung, chua benh, kham benh, bac si,
    benh vien, mang thai, tiem vac xin, tiem chung, giam can, mat ngu, benh gi`),
  law: list(`
    ly hon, ly di, chia tai san, thua ke, tranh chap dat, doi no, nong do con, phat nguoi, nghia vu quan su, luat su,
    bi phat, vuot den do, hop dong lao dong, so do`),
  politics: list('dang phai, bau cu, bieu tinh, chinh tri, tong thong, chien tranh'),
  insult: list(`
    ngu the, ngu vay, ngu qua, do ngu, bot ngu, oc cho, con cho, vai lon, dm, dmm, vcl, vl, clgt, khon nan, mat day,
    vo dung, cam mom, bien di`),
  other: list(`
    thoi tiet, du bao, nhiet do, co mua khong, gia vang, gia xang, gia heo, gia lua, gia dat, ty gia, bong da,
    bong chuyen, ty so, world cup, doi tuyen, ngoai hang, xo so, ket qua so, danh de, lo de, so de, vay tien, cho vay,
    vay von, vay ngan hang, lai suat, chung khoan, bitcoin, tien ao, dau tu, co phieu, nau an, mon an, cong thuc nau,
    quan an, an gi, quan cafe, khach san, du lich, ve may bay, ve xe, xe buyt, bai hat, ca si, phim hay, xem phim, game,
    lien quan mobile, free fire, tiktok, facebook, youtube, wifi, lam tho, viet van, ke chuyen, truyen cuoi, giai toan,
    giai bai tap, dich sang tieng anh, viet code, nguoi yeu, tan gai, boi, tu vi, phong thuy, cung hoang dao, may gio roi,
    hom nay la ngay, ngay am, mua dien thoai, mua xe, ban xe, sua xe, sua dien thoai, mua nha, thue nha, thue tro,
    tuyen dung, viec lam them, tien dien, cup dien, tien nuoc, cup nuoc, bang lai xe, dang ky xe, ho chieu, passport,
    visa, dan so, muon tien, tran dau, da bong, tuyen cong nhan, tim viec, so y te, ban dien thoai, trong lan, trong cay,
    nuoi ga, nuoi heo, phan bon, khai thue, quyet toan thue, lam giau, tra gop, shopee, giao hang, don hang`),
}

/** What a question is about when that is none of ours; words of schooling beside it leave it to the search. */
export function readOutOfScope(text: string): OutOfScope | undefined {
  const folded = ` ${foldedWords(text).join(' ')} `
  if (OURS.some((words) => folded.includes(` ${words} `))) return undefined
  return (['insult', 'medical', 'law', 'politics', 'other'] as const).find((topic) =>
    TOPICS[topic].some((words) => folded.includes(` ${words} `)),
  )
}

const OURS = list(`
  thu tuc, ho so, giay to, hoc phi, hoc ba, bang tot nghiep, van bang, chung chi, chuyen truong, nop don,
  hoc sinh, sinh vien, giao vien, phu huynh, truong, hoc bong, tro cap, ho tro, mot cua, dich vu cong,
  phuc khao, thi tot nghiep, tuyen sinh, vneid, day them, trung tam`)

const OTHER_PROVINCES = list(`
  an giang, bac ninh, ca mau, can tho, cao bang, da nang, dak lak, dien bien, dong nai, dong thap, gia lai,
  ha noi, ha tinh, hai phong, hung yen, khanh hoa, lai chau, lam dong, lang son, lao cai, nghe an,
  ninh binh, phu tho, quang ngai, quang ninh, quang tri, son la, thai nguyen, thanh hoa, ho chi minh,
  sai gon, tphcm, tp hcm, hcm, tuyen quang, vinh long, hue, binh duong, vung tau, binh phuoc, kien giang,
  tien giang, ben tre, bac lieu, soc trang, hau giang, binh thuan, nam dinh, thai binh, hai duong`)
const MOVING = list(`
  chuyen, ve, tu, sang, den, len, qua, khac tinh, o tinh khac, cap o, hoc o`)

/** Asked of another province, where only its own offices know; moving from or to one is a matter of ours. */
export function isOfAnotherProvince(text: string): boolean {
  const folded = ` ${foldedWords(text).join(' ')} `
  const names = (all: string[]) => all.some((words) => folded.includes(` ${words} `))
  return names(OTHER_PROVINCES) && !names(MOVING) && !folded.includes(' tay ninh ')
}
