using Validation.V1;

namespace Validation.Engine.Reports;

/// <summary>What came of parsing a document.</summary>
/// <param name="Report">The report. Cells that could not be read are MISSING.</param>
/// <param name="IsReport">False: the document is no 政府信息公开工作年度报告.</param>
/// <param name="IsComplete">False: some rows could not be read with certainty, so that nothing may be concluded from their absence.</param>
public sealed record ParsedReport(Report Report, bool IsReport, bool IsComplete);
