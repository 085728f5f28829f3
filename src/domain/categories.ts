/** The service categories the first district worked with (Futian, 2008); an open list, these are what one starts with. */
export const firstCategories = [
  '法律援助',
  '残疾人服务',
  '老人服务',
  '病人服务',
  '帮教服务',
  '学生服务',
  '环保服务',
  '培训服务',
  '青少年热线服务',
] as const
