using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>What a request says about the report in its reply.</summary>
internal enum ReportWish
{
    /// <summary>Nothing: clients of version 0.2.0 then expect it, with its prose in all places.</summary>
    Unsaid,

    /// <summary>It is not wanted.</summary>
    Omitted,

    /// <summary>It is wanted, with its prose once.</summary>
    Included,
}

/// <summary>Reads wishes.</summary>
internal static class ReportWishes
{
    /// <summary>The wish of two flags; the first wins.</summary>
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
