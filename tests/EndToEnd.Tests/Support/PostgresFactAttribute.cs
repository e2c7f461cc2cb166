using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that needs PostgreSQL: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        Skip = PostgresCluster.Skip;
    }
}
