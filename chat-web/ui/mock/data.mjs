/** A small enterprise to look at: one regulation, a few accounts, what the agents answer. */

export const PASSWORD = 'bangban-mock';

export const users = [
  ['admin', '管理员', '澜川集团', ['admin', 'knowledge-manager'], '机密'],
  ['staff', '李文', '澜川集团/办公室', ['member'], '内部'],
  ['operator', '赵刚', '澜川集团/钢铁公司/炼铁厂', ['member'], '内部'],
  ['analyst', '周敏', '澜川集团/财务部', ['member'], '秘密'],
  ['buyer', '孙悦', '澜川集团/采购部', ['member'], '秘密'],
].map(([username, displayName, org, roles, clearance]) => ({
  id: `u-${username}`, username, displayName, org, roles, clearance, locale: 'zh-CN', disabled: false,
}));

export const agents = [
  {
    name: 'policy',
    title: { 'zh-CN': '制度问答', en: 'Policies' },
    description: { 'zh-CN': '查集团和本单位的制度、规程，给出条款原文。', en: 'Rules and procedures of the group and your unit, with the clause.' },
    installed: true,
    suggestions: {
      'zh-CN': ['多少钱以上的采购必须公开招标', '出差住宿费标准是多少', '子公司能不能自行降低采购限额', '合同变更要谁批准'],
      en: ['From what amount is open tendering required', 'What is the limit for hotel costs', 'May a subsidiary lower the limits'],
    },
  },
  {
    name: 'general',
    title: { 'zh-CN': '平台帮助', en: 'Help' },
    description: { 'zh-CN': '说明平台能做什么、怎么用。', en: 'What the platform does and how to use it.' },
    installed: true,
    suggestions: { 'zh-CN': ['你能做什么', '我能查到哪些文件'], en: ['What can you do', 'Which documents can I read'] },
  },
  { name: 'data', title: { 'zh-CN': '数据问答', en: 'Data' }, description: { 'zh-CN': '', en: '' }, installed: false, suggestions: {} },
];

const REGULATION = [
  ['heading', '澜川集团采购管理办法', null, 1],
  ['paragraph', '（2024年5月20日集团董事会第三十二次会议通过，自2024年7月1日起施行）'],
  ['heading', '第一章 总则', null, 2],
  ['clause', '第一条 为规范集团采购行为，防范采购风险，提高采购质量和效益，根据《中华人民共和国招标投标法》等法律法规，制定本办法。', '第一条'],
  ['clause', '第二条 本办法适用于集团总部及各级全资、控股子公司使用自有资金进行的货物、工程和服务采购。', '第二条'],
  ['heading', '第二章 采购方式', null, 2],
  ['clause', '第九条 单项合同估算价达到下列标准之一的，必须公开招标：', '第九条'],
  ['item', '（一）施工单项合同估算价在400万元人民币以上；', '（一）'],
  ['item', '（二）重要设备、材料等货物的采购，单项合同估算价在200万元人民币以上；', '（二）'],
  ['item', '（三）勘察、设计、监理等服务的采购，单项合同估算价在100万元人民币以上。', '（三）'],
  ['clause', '第十条 子公司可以在本办法规定的限额以内制定更严格的标准，不得放宽。', '第十条'],
  ['clause', '第十一条 有下列情形之一的，经集团招标委员会批准，可以不进行招标：', '第十一条'],
  ['item', '（一）涉及国家安全、国家秘密的；', '（一）'],
  ['item', '（二）需要采用不可替代的专利或者专有技术的。', '（二）'],
  ['heading', '第三章 审批权限', null, 2],
  ['table', '采购类别 审批人 时限', null, null, ['采购类别', '审批人', '时限']],
  ['row', '货物 200 万元以上 集团招标委员会 10 个工作日', null, null, ['货物 200 万元以上', '集团招标委员会', '10 个工作日']],
  ['row', '货物 50 万至 200 万元 采购部负责人 5 个工作日', null, null, ['货物 50 万至 200 万元', '采购部负责人', '5 个工作日']],
  ['heading', '第四章 附则', null, 2],
  ['clause', '第二十八条 本办法自2024年7月1日起施行。2019年发布的《采购管理办法（试行）》同时废止。', '第二十八条'],
];

let offset = 0;
export const blocks = REGULATION.map(([kind, text, label = null, level = null, cells = null]) => {
  const block = { kind, level, label, start: offset, end: offset + text.length, text, cells };
  offset += text.length + 1;
  return block;
});

const base = { tier: 'GROUP', org: '澜川集团', tags: [], clearance: '内部', owner: 'admin', sessionId: null, supersedes: null, addedAt: new Date(Date.now() - 7_200_000).toISOString(), effectiveTo: null, pages: null, mayChange: false, sharedWithMe: false };
export const documents = [
  { ...base, id: 'd1', file: '采购管理办法.docx', title: '采购管理办法', domain: '采购', version: '2024', effectiveFrom: '2024-07-01', format: 'docx', mayDelete: true, mayChange: true },
  { ...base, id: 'd2', file: '采购管理办法(2024).pdf', title: '采购管理办法（扫描件）', domain: '采购', version: '2024', effectiveFrom: '2024-07-01', format: 'pdf', pages: 3, mayDelete: false },
  { ...base, id: 'd3', file: '采购管理办法(试行).docx', title: '采购管理办法（试行）', domain: '采购', version: '2019', effectiveFrom: '2019-03-01', effectiveTo: '2024-06-30', format: 'docx', mayDelete: false },
  { ...base, id: 'd4', file: '高炉休风操作规程.md', title: '高炉休风操作规程', domain: '生产', tier: 'UNIT', org: '澜川集团/钢铁公司/炼铁厂', clearance: '秘密', version: null, effectiveFrom: '2023-01-01', format: 'markdown', mayDelete: false },
];

function cite(n, clause, from, to, documentId = 'd1') {
  const document = documents.find((each) => each.id === documentId);
  const quote = blocks.slice(from, to + 1).map((block) => block.text).join('\n');
  return {
    n, documentId, file: document.file, title: document.title, version: document.version, page: documentId === 'd2' ? 1 : null, clause,
    start: blocks[from].start, end: blocks[to].end, quote, effectiveFrom: document.effectiveFrom, effectiveTo: document.effectiveTo, format: document.format,
  };
}

const TENDER = {
  agent: 'policy',
  citations: [cite(1, '第九条', 6, 9), cite(2, '第十条', 10, 10), cite(3, '第三章 审批权限', 16, 16), cite(4, '第九条', 6, 9, 'd2')],
  sentences: [
    '单项合同估算价达到标准的必须公开招标：施工 **400 万元**以上，货物 **200 万元**以上，勘察、设计、监理等服务 **100 万元**以上。[1][4]\n\n',
    '> 第九条 单项合同估算价达到下列标准之一的，必须公开招标：（一）施工单项合同估算价在400万元人民币以上；（二）重要设备、材料等货物的采购，单项合同估算价在200万元人民币以上；（三）勘察、设计、监理等服务的采购，单项合同估算价在100万元人民币以上。\n>\n> 《采购管理办法》2024 版，2024-07-01 起施行，第九条\n\n',
    '子公司可以定得更严，不得放宽。[2]\n\n',
    '| 采购类别 | 审批人 | 时限 |\n| --- | --- | --- |\n| 货物 200 万元以上 | 集团招标委员会 | 10 个工作日 |\n\n',
    '货物 200 万元以上由集团招标委员会审批，时限 **10 个工作日**。[3]',
  ],
  suggestions: ['哪些情形可以不招标', '子公司的限额怎么定', '200 万元以下用什么采购方式'],
  notices: [],
};

/** What is answered: by a word in the question. */
export function answerTo(text) {
  if (text.includes('住宿')) {
    return {
      agent: 'policy', citations: [], refused: true, suggestions: [],
      sentences: ['查了您有权查看的 26 份文件，没有住宿费标准的规定。可以问财务部（周敏），相近的文件有《采购管理办法》。'],
      notices: [{ level: 'info', code: 'not-found', text: '没有找到依据，所以不作答。' }],
    };
  }
  if (text.includes('合同')) {
    return {
      agent: 'policy', citations: [], sentences: [], suggestions: [], notices: [],
      clarification: {
        question: '您问的是哪类合同',
        choices: [
          { label: '采购合同', text: '采购变更要谁批准', agent: 'policy' },
          { label: '劳动合同', text: '劳动用工变更要谁批准', agent: 'policy' },
        ],
      },
    };
  }
  if (text.includes('出错')) return { agent: 'policy', citations: [], sentences: TENDER.sentences.slice(0, 1), suggestions: [], notices: [], fails: true };
  if (text.includes('断线')) return { ...TENDER, cuts: true };
  return TENDER;
}
