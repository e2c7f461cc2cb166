using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>What a request says about the report in its reply.</summary>
internal enum ReportWish
{
    /// <summary>The request says nothing. Clients of version 0.2.0 then expect the report, with its prose in all places.</summary>
    Unsaid,

    /// <summary>The request does not want the report.</summary>
    Omitted,

    /// <summary>The request wants the report, with its prose once.</summary>
    Included,

    /// <summary>The server wants it for itself: the reply stays as the engine gave it, however large.</summary>
    Whole,
}

/// <summary>Reads what a request says about the report in its reply.</summary>
internal static class ReportWishes
{
    /// <summary>The wish that two flags express; include wins over omit.</summary>
    public static ReportWish Of(bool include, bool omit)
    {
        return include ? ReportWish.Included : omit ? ReportWish.Omitted : ReportWish.Unsaid;
    }

    /// <summary>The wish of a request.</summary>
    public static ReportWish Of(ValidateRequest request)
    {
#pragma warning disable CS0612 // Clients of version 0.2.0 go on saying it.
        return Of(request.IncludeReport, request.OmitReport);
#pragma warning restore CS0612
    }
}
