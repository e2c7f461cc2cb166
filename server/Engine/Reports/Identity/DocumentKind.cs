namespace Validation.Engine.Reports.Identity;

/// <summary>The kind of a document, as far as reports must be told from others.</summary>
public enum DocumentKind
{
    /// <summary>A document that is no 政府信息公开工作年度报告, and of no kind that is known by its title.</summary>
    Other,

    /// <summary>A 政府信息公开工作年度报告, whole or in the making.</summary>
    Report,

    /// <summary>Such a report in the trial format of 2019, for a year in which that was in force.</summary>
    TrialFormReport,

    /// <summary>Such a report for a year in which the trial format was in force, its tables missing or pictures.</summary>
    TrialYearReport,

    /// <summary>Such a report of a year before 2019: prose and 附表, no tables of the format.</summary>
    EarlierReport,

    /// <summary>A page about such a report: 文字解读, 图解, news.</summary>
    PageAboutReport,

    /// <summary>The notice that prescribes the format, with the empty form.</summary>
    FormatNotice,

    /// <summary>Another notice: 关于…的通知.</summary>
    Notice,

    /// <summary>部门预算 or 部门决算.</summary>
    Budget,

    /// <summary>政府信息公开指南.</summary>
    Guide,

    /// <summary>法治政府建设年度报告.</summary>
    RuleOfLawReport,

    /// <summary>工作总结, 工作计划 and the like.</summary>
    WorkSummary,
}
