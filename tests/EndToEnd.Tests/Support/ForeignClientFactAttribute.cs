namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that needs a foreign client: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForeignClientFactAttribute : FactAttribute
{
    public ForeignClientFactAttribute(string name)
    {
        Name = name;
        var client = name switch { "python" => ForeignClient.Python, "node" => ForeignClient.Node, _ => ForeignClient.Java };
        Skip = client.Runtime.Skip;
    }

    /// <summary>python, node or java.</summary>
    public string Name { get; }
}
