namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that needs a foreign client: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForeignClientFactAttribute : FactAttribute
{
    public ForeignClientFactAttribute(string name)
    {
        Name = name;
        var client = name switch { "python" => ForeignClient.Python, "node" => ForeignClient.Node, _ => ForeignClient.Java };
        if (client is { Missing: not null, Promised: false })
        {
            Skip = $"{client.Missing} is missing; {(name == "java" ? "see client/examples/README.md" : "bash tests/run.sh installs it")}";
        }
    }

    /// <summary>python, node or java.</summary>
    public string Name { get; }
}
