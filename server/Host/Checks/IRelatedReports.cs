using Validation.Engine;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>The reports at hand on this server that a report is compared with. Thread-safe.</summary>
internal interface IRelatedReports
{
    /// <summary>What a report is compared with. Blocks, and costs nothing while no report is on file.</summary>
    /// <param name="report">The report that is checked.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The reports, none of which is to be changed. When the store cannot be reached, why there are none.</returns>
    RelatedReports Of(Report report, CancellationToken cancellationToken);
}
