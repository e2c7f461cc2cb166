using Validation.Engine.Inspection;
using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Shows how drafts are read. Thread-safe.</summary>
internal sealed class InspectionDesk(CheckRunner checks, ReportInspector inspector, ServerOptions options)
{
    /// <summary>Reads a draft step by step.</summary>
    /// <returns>What each step came to; a draft that cannot be read is such a reply too. Throttled or Full: there is no room.
    /// TookTooLong: reading took longer than the server allows.</returns>
    public Task<Outcome<InspectReply>> InspectAsync(InspectRequest request, Principal principal, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync<InspectReply>(
            stop => inspector.Inspect(request, stop), options.DocumentTime, principal, cancellationToken);
    }
}
