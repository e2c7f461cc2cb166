using System.Reflection;
using Validation.Tests.Support;
using Xunit.Sdk;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A row of data that needs poppler: skipped where it is missing, unless the test command has promised it.</summary>
[DataDiscoverer("Xunit.Sdk.InlineDataDiscoverer", "xunit.core")]
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PdfInlineDataAttribute : DataAttribute
{
    private readonly object[] _data;

    public PdfInlineDataAttribute(params object[] data)
    {
        _data = data;
        var isPromised = Environment.GetEnvironmentVariable("TESTS_PROMISE_POPPLER") == "1";
        var isMissing = !isPromised && !ForeignRuntime.Works("pdftotext", "-v");
        Skip = isMissing ? "poppler-utils is missing; bash tests/run.sh installs what it may" : null;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [_data];
}
