namespace Validation.Engine.Reports.Claims;

/// <summary>The words that the grammar knows, by sense. To teach it a wording, add the words here.</summary>
internal static class Lexicon
{
    private static readonly (Sense Sense, string Words)[] Table =
    [
        (Sense.Comma, ", ，"),
        (Sense.Stop, "; ；"),
        (Sense.Colon, ": ："),
        (Sense.Pause, "、 /"),
        (Sense.Open, "( （ [ 【"),
        (Sense.Close, ") ） ] 】"),
        (Sense.Join, "和 与 及 或 以及 或者 并 同"),
        (Sense.To, "至 到 入 于 往"),

        (Sense.PreviousYear, "上年 上年度 上一年 上一年度 去年 去年度 前一年 往年 历年 上年同期 去年同期 历史"),
        (Sense.ThisYear, "本年 本年度 今年 当年 全年 年内 一年来 年度内 报告年度 本报告年度 年度"),
        (Sense.NextYear, "下年 下年度 下一年 下一年度 次年 次年度 明年 来年 翌年 下一个年度"),
        (Sense.PartOfYear, "上半年 下半年 半年 季度 月以后 月后 月以来 月份以来 月之后 月以前 月之前 月起 月份以后 月份起"),

        (Sense.Application, """
            政府信息公开申请 信息公开申请 政务公开申请 公开申请 信息公开的申请 政府信息依申请公开 信息依申请公开 依申请公开 依申请公开申请 依申请信息公开
            依申请政府信息公开 依申请公开政府信息 依申请公开信息 依申请公开事项 依申请信息 依申请件 依公开申请 依申请 政府信息申请 政府信息申请公开 信息申请公开
            申请公开政府信息 申请公开信息 公开政府信息的申请 公开政府信息申请 政府信息公开的申请 申请政府信息公开 申请信息公开 政府信息公开请求 信息公开请求
            政府信息公开申请件 信息公开申请件 依申请公开件 依申请公开工作 依申请公开诉求 依申请公开方面诉求 依申请公开方面的诉求 依申请公开方面的申请 依申请公开方面 依申请公开政府信息申请 政府信息获取申请 获取政府信息的申请
            获取政府信息申请 申请获取政府信息 公开政府信息的请求 依申請公開 政府資訊公開申請
            """),
        (Sense.PlainApplication, "申请 申请公开 申请件 申请事项 申请书"),
        (Sense.Disclosure, "政府信息公开 信息公开 政务公开 政府信息公开工作 信息公开工作 政务公开工作 政府信息公开条例 信息公开行政"),
        (Sense.Nothing, """
            申请人 申请表 申请渠道 申请方式 申请流程 申请程序 申请材料 申请办理 申请内容 申请量 申请类型 申请主体 申请答复 申请工作 申请制度 申请目录 申请指南
            依申请公开指南 依申请公开渠道 依申请公开目录 依申请公开栏目 依申请公开制度 依申请公开流程 依申请公开机制 依申请公开平台 依申请公开系统 依申请公开窗口 依申请公开答复书 政府信息公开申请表
            政府信息公开指南 政府信息公开目录 政府信息公开平台 政府信息公开专栏 政府信息公开栏目 信息公开栏目 信息公开平台 信息公开专栏 信息公开指南 信息公开目录 政府信息公开网
            政府信息公开申请办理 政府信息公开申请答复 政府信息公开申请渠道 政府信息公开申请人 政府信息公开申请工作 信息公开申请人 信息公开申请渠道
            行政复议机关 行政复议机构 行政复议法 行政复议决定 行政复议答复 行政复议体制 复议机关 复议决定 复议答复 行政诉讼法 法院 无人 无关 无误 无偿 无障碍 无线 无论
            未来 未经 未到期 未成年 到位 得到 达到 做到 感到 到期 同时 同步 并且 及时 及其 以及时 至今 入口 进入 加入 收入 关于 对于 由于 属于 位于 用于 便于 处于 等于 收集 收获 收益 收购 收回 吸收 验收 回收 签收
            丰收 收听 收看 收藏 不同 共同 合同 和谐 参与 与会 按照规定
            """),
        (Sense.Review, """
            行政复议 行政复议案件 行政复议案 行政复议申请 行政复议件 行政复议事项 申请行政复议 提起行政复议 被申请行政复议 复议 复议案件 复议申请 申请复议 被申请复议 提起复议 行政复议诉讼案
            """),
        (Sense.Suit, """
            行政诉讼 行政诉讼案件 行政诉讼案 行政诉讼件 行政诉讼事项 行政诉讼申请 提起行政诉讼 诉讼 诉讼案件 诉讼案 提起诉讼 被提起诉讼 被提起行政诉讼 行政应诉 行政应诉案件 应诉案件 起诉 被起诉 被诉 被诉案件
            """),
        (Sense.DirectSuit, "未经复议直接起诉 未经行政复议直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 直接起诉 直接提起行政诉讼 直接提起诉讼 未经复议直接诉讼"),
        (Sense.SuitAfterReview, """
            复议后起诉 复议后提起诉讼 复议后提起行政诉讼 经复议后起诉 经复议后提起诉讼 经复议后提起行政诉讼 行政复议后起诉 行政复议后提起诉讼 行政复议后提起行政诉讼 复议后诉讼 复议后行政诉讼
            """),
        (Sense.RuleDocument, "规范性文件 行政规范性文件 行政性规范性文件 规范性文件文件"),
        (Sense.Permit, "行政许可 行政许可决定 行政许可事项决定 行政许可件 行政许可案件"),
        (Sense.Penalty, "行政处罚 行政处罚决定 行政处罚案件 行政处罚案 行政处罚件"),
        (Sense.Coercion, "行政强制 行政强制决定 行政强制措施 行政强制执行 行政强制案件"),
        (Sense.OtherMatter, """
            行政许可办理结果 行政处罚办理结果 行政许可结果 行政处罚结果 法律援助 法律援助案件 援助案件
            行政许可申请 行政许可事项 行政处罚案卷 行政许可案卷 处罚案卷 行政许可信息 行政许可公示 行政处罚信息 行政处罚公示 行政处罚事项 行政强制信息 行政强制事项 许可申请 许可事项 补贴申请 救助申请 低保申请 公租房申请
            提案 建议 议案 建议提案 代表建议 政协提案 热线 工单 服务热线 政务服务热线 12345 12315 12328 12320 信访 信访件 信访事项 来信来访 上访 咨询 留言 网民留言 投诉 举报 投诉举报 诉求 群众诉求
            来电 电话咨询 市长信箱 县长信箱 区长信箱 局长信箱 领导信箱 信箱 问政 网络问政 意见 意见建议 异议 仲裁 公证 审批 证照 登记证 办件 便民服务 会议 培训 培训班 讲座 活动 检查 督查 考核 调解 执法 线索
            工程项目 批复 征地 土地征收 房屋征收 民政互动 互动栏目 互动交流 在线访谈 新闻发布会 民意征集 公开电话 来访 接访 信件 案卷 决算 预算 补正材料 资金 经费 结余 问题 监督意见 司法建议 检察建议 行政许可办件 政务服务事项 服务事项
            对外管理服务事项 对外管理其他服务事项 具体行政行为 行政行为 工伤认定 收费项目 行政事业性收费项目 重点项目 重大项目
            """),
        (Sense.Fee, "行政事业性收费 行政事业性收费金额 行政事业性收费收入"),
        (Sense.ProcessingFee, """
            信息处理费 政府信息公开信息处理费 政府信息处理费 信息公开处理费 政府信息公开处理费 信息公开信息处理费 信息公开处理费用 信息处理费用 政府信息公开处理费用
            信息公开收费 政府信息公开收费 信息公开费用 政府信息公开费用 信息公开申请费用 依申请公开收费 依申请公开费用 信息公开收费事项 政府信息公开收费事项
            """),
        (Sense.Information, """
            主动公开政府信息 主动公开各类政府信息 主动公开信息 主动公开各类信息 主动公开政务信息 主动公开各类政务信息 政府信息主动公开 公开政府信息 公开信息 公开各类信息 公开各类政府信息 信息主动公开 政府信息公开总数
            """),
        (Sense.Document, """
            信息 各类信息 政府信息 政务信息 公开的信息 动态信息 信息发布 依申请公开的信息 文件 公文 政策文件 政策解读 解读 解读材料 解读稿 栏目 专栏 微博 微信 公众号 微信公众号 公告 通知 通告 动态 新闻 稿件 图解 视频
            免予公开 免于公开 免予公开信息 免于公开信息 免予公开政府信息 免于公开政府信息 答复书 告知书 模板 文书 文稿 简报 报告 指南 目录 清单 数据 网站 网页 访问 点击 阅读 资讯 规划 方案 规章 法规 政策 档案 宣传 海报 短信 推文 条目
            """),

        (Sense.ReceiveNew, "新收 新收到 新受理 新接收 新接到 新增 新增受理 新增收到 新登记"),
        (Sense.Receive, "收到 接到 收悉 接收 接受 受理 接收受理 收件 收 共收 收到并受理 接收到 接件 登记 收到或受理 受理的 收到过 接到过 提出的 提交的 接获 收录"),
        (Sense.Process, "办理 处理 承办 办理回复 办理答复 办理并答复 受理办理 办理了"),
        (Sense.Complete, """
            办理结果 办理结果总计 办理结果合计 办结 已办结 办毕 答复 已答复 办复 回复 答复完毕 办理完毕 办理完结 办结完毕 完成答复 完成办理 完成办结 公开答复 作出答复 做出答复 予以答复 予以回复 回复完毕 答复完成 办理完成 处理完毕
            答复办结 书面答复 给予答复 依法答复
            """),
        (Sense.Issue, "制发 制定 制订 出台 印发 新制定 新制发 新出台 制定出台 制定印发 制定发布 制定并发布 颁布 制定并公开 制定并印发 制发并公开"),
        (Sense.Repeal, "废止 失效 宣布失效 废止失效 废止和失效 废止或失效 废除"),
        (Sense.InForce, "现行有效 有效 现行 现存有效 现有效"),
        (Sense.Decide, "作出 做出 决定 实施 下达 核发 处理决定 作出处理 办理决定"),
        (Sense.Publish, """
            公开 公示 发布 公布 主动公开 更新 推送 上传 发表 刊发 刊登 挂网 归集 录入 转发 转载 发送 报送 推出 发放 印制 公开发布 累计公开 双公示 公开了 编发 采编 报道
            """),
        (Sense.Examine, "审核 审查 备案 清理 梳理 修订 评估 报备 合法性审查 起草 代拟 代起草 草拟 拟定 征求意见 修改 保留 继续有效 会签 审议 拟制 把关"),
        (Sense.Occur, "发生 产生 出现 引发 引起 引致 导致 涉及 涉 存在 提起 提出 被 因 有关 相关 有 遇到 形成 发现 过"),
        (Sense.Charge, "收取 收费 征收 收缴 收入 缴纳 发出收费通知"),
        (Sense.Carry, "结转 转结 顺延 转入 延至 转至 转到 接转 延续至 延期至 跨年度办理 跨年 转下年 转下年度 转下一年 转下一年度 流转至"),

        (Sense.Granted, """
            予以公开 同意公开 全部公开 予以全部公开 已主动公开 决定公开 给予公开 准予公开 同意予以公开 作出予以公开
            """),
        (Sense.PartlyGranted, "部分公开 予以部分公开 同意部分公开 部分予以公开 区分处理"),
        (Sense.Refused, "不予公开 决定不予公开 不同意公开 不公开 依法不予公开 未予公开 不予以公开"),
        (Sense.Unavailable, "无法提供 本机关无法提供 不能提供 无法公开"),
        (Sense.NotProcessed, "不予处理 不予受理 依法不予处理 不予以处理"),
        (Sense.OtherOutcome, "其他处理 其他方式处理 作其他处理 其它处理 其他办理 其他处理方式 按其他处理"),
        (Sense.Detail, """
            本机关不掌握 不掌握 不掌握相关政府信息 不掌握相关信息 没有现成信息 补正后 内容仍不明确 内容不明确 信访举报投诉类 信访类 重复申请 不属于本机关公开 不属于本机关 非本机关 信息不存在 撤回 撤销申请 主动撤回
            撤回申请 自愿撤回 撤销 放弃 终止 国家秘密 商业秘密 个人隐私 第三方 第三方合法权益 内部事务 内部事务信息 过程性信息 行政执法案卷 行政查询 查询 查询事项 逾期不补正 逾期未补正 未补正 补正 协助 转办 移送 工作秘密
            撤件 主动撤件 主动撤销 撤销复议申请 撤回复议申请 撤销行政复议申请 撤回行政复议申请 撤回复议 撤回行政复议 撤诉 撤回起诉 另行申请 另行提出申请
            企业 商业企业 科研机构 社会公益组织 公益组织 法律服务机构 律师 社会组织 其他组织 其他 其它
            """),
        (Sense.Upheld, "维持 结果维持 予以维持 维持原行政行为 维持原决定 被维持 胜诉"),
        (Sense.Corrected, "纠正 结果纠正 予以纠正 被纠正 责令履行 责令重新答复 撤销原答复 被撤销"),
        (Sense.OtherRuling, "其他结果 其它结果 结果其他"),
        (Sense.Pending, """
            尚未审结 未审结 正在审理 审理中 尚在审理 正在审理中 尚未办结 未结 尚在办理 待审结 尚未结案 未结案 在审
            正在办理 正在办理中 办理中 在办 正在依法办理 正在按程序办理 正在处理 正在处理中 处理中 仍在办理 还在办理 待办理 待答复
            """),
        (Sense.Lost, "败诉 纠错 被纠错 被纠正的 被撤销的 确认违法 变更 被责令"),
        (Sense.Late, "逾期答复 超期答复 逾期办结 超期办结 逾期办理 超期办理 超时答复 逾期未答复 超期未答复 逾期 超期"),
        (Sense.Timely, """
            按时 按期 期限内 时限内 如期 法定期限 规定期限 法定时限 规定时限 法定时间 规定时间 到期 限期 期限 时限 法定期内 工作日内
            """),
        (Sense.CompletionRate, "办结率 办复率 答复率 回复率 办理率"),

        (Sense.Natural, "自然人 公民 个人"),
        (Sense.Legal, "法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人与其他组织 法人以及其他组织 法人及其它组织 法人或其它组织 法人组织 法人"),
        (Sense.Anybody, """
            公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人以及其他组织 公民、法人与其他组织 公民法人和其他组织 公民和法人 公民、法人和其它组织 公民、法人或其它组织
            公民、法人、其他组织 公民、法人等 自然人、法人和其他组织 自然人、法人或其他组织 自然人、法人或者其他组织 自然人、法人及其他组织 自然人、法人和非法人组织 公民,法人和其他组织 公民，法人和其他组织 社会公众 公众 群众
            """),
        (Sense.Channel, """
            信函 邮寄 来信 邮件 电子邮件 邮箱 网络 网上 在线 线上 线下 当面 现场 窗口 传真 书面 口头 网站 官网 官方网站 门户网站 网络平台 平台提交 来函 信件申请 电子 数据电文 书面申请 网上申请 来信申请 当面申请 信函申请
            当场 挂号信 快递 自主提交 微信申请 电话 新媒体 政务新媒体 其他方式 其他渠道
            """),

        (Sense.WideScope, "全市 全区 全县 全省 全州 全旗 全盟 全自治区 全系统 全市各级 全省各级 全县各级 全州各级 各级行政机关 全市范围 全区范围 全县范围 全区各部门 全市各部门 全县各部门 全区各级"),
        (Sense.OwnScope, """
            本级 本机关 本单位 我局 我委 我办 我镇 我乡 我街道 我院 我厅 我处 我中心 我站 我部 本局 本委 本办 本镇 本乡 本街道 本厅 本部门 我区本级 市本级 区本级 县本级 区政府本级 市政府本级 县政府本级 办公室本级 政府本级
            """),
        (Sense.OtherBody, """
            上级 协助上级 协助办理 委托 协查 协办
            区级部门 县级部门 市级部门 市直部门 区直部门 县直部门 市直单位 区直单位 县直单位 镇街
            各部门 各单位 各乡镇 各街道 各镇 各镇街 各镇乡 各科室 各县区 各区县 各地 各级 各局 各委办局 各成员单位 各处室 下属 下属单位 所属单位 所属 直属单位 二级单位 基层单位 部分单位 部分部门 派出所 个镇 个乡镇 个街道
            个乡 个部门 个单位
            个县 个区 其他部门 其他单位 兄弟单位 企事业单位 公共企事业单位 学校 医院 全国 全省法院 督导各 指导各 省政府 国务院 部分乡镇 部分街道 下级
            """),

        (Sense.Not, "未 没有 没 无 未曾 从未 并未 尚未 均未 零 暂无 均无 也无 也未 亦未 亦无 暂未 未有 没有过 未能 不存在 不涉及"),
        (Sense.All, "均 全部 都 全 皆 全都 一律 悉数 所有"),
        (Sense.Each, "均为 各为 都为 均是 都是 均系 均有 各有 皆为 全部为 各"),
        (Sense.Respectively, "分别 分别为 分别是 分别有 依次为 分别达"),
        (Sense.Among, "其中 当中 其中包括 其中包含 其中有"),
        (Sense.Includes, "含 包括 包含 内含 含有"),
        (Sense.Excluding, "除 除去 扣除 不含 不包括 不计 除外 剔除 以外 其余 剩余 余下"),
        (Sense.Also, "另 另有 另外 此外 还有 加上 外加 连同"),
        (Sense.Total, "共 共计 合计 总计 累计 总共 总数 总量 共有 一共"),
        (Sense.Compare, "比 较 同比 相比 增长 减少 下降 增加 上升 降低 环比 多于 少于 翻 超过 不少于 不超过 超"),
        (Sense.Plan, "将 计划 拟 下一步 力争 预计 争取 打算 目标 今后 有待 将要 即将"),
        (Sense.Share, "占 占比 占比为 占总数 占总量 占申请总数 占申请总量 占全部申请 占总数的"),
    ];

    // Looked up for every character of every draft: words of more than one character by their first two, the others by the one. Words of
    // the same slot begin with other characters now and then.
    private const int Slots = 4096;
    private static readonly Word[]?[] LongWords = Build(text => text.Length > 1, text => SlotOf(text[0], text[1]));
    private static readonly Word[]?[] ShortWords = Build(text => text.Length == 1, text => SlotOf(text[0]));

    /// <summary>The longest word that the text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The word; default: the text begins with none.</param>
    public static bool TryMatch(ReadOnlySpan<char> text, out Word word)
    {
        word = default;
        return (text.Length > 1 && TryMatch(LongWords[SlotOf(text[0], text[1])], text, ref word))
            || TryMatch(ShortWords[SlotOf(text[0])], text, ref word);
    }

    private static bool TryMatch(Word[]? words, ReadOnlySpan<char> text, ref Word word)
    {
        foreach (ref readonly var candidate in words.AsSpan())
        {
            if (text.StartsWith(candidate.Text))
            {
                word = candidate;
                return true;
            }
        }

        return false;
    }

    private static int SlotOf(char only) => only % Slots;

    private static int SlotOf(char first, char second) => ((first * 31) + second) % Slots;

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // The words of each slot, the longest first.
    private static Word[]?[] Build(Func<string, bool> isIn, Func<string, int> slotOf)
    {
        var slots = new Word[]?[Slots];
        var words = Table.SelectMany(row => Split(row.Words).Select(text => new Word(text, row.Sense)))
            .Where(word => isIn(word.Text)).DistinctBy(word => word.Text, StringComparer.Ordinal);
        foreach (var group in words.GroupBy(word => slotOf(word.Text)))
        {
            slots[group.Key] = [.. group.OrderByDescending(word => word.Text.Length)];
        }

        return slots;
    }
}

/// <summary>A word and its sense.</summary>
internal readonly record struct Word(string Text, Sense Sense);
