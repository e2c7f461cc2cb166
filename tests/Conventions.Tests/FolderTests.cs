namespace Validation.Conventions.Tests;

/// <summary>No folder depends on one that depends on it: what is in a folder can be read, and changed, after what it stands on.</summary>
public sealed class FolderTests
{
    /// <summary>The folders whose folders are looked at, each with its namespace.</summary>
    public static TheoryData<string, string> Folders => new()
    {
        { "server/Cel", "Validation.Cel" },
        { "server/Engine", "Validation.Engine" },
        { "server/Engine/Documents", "Validation.Engine.Documents" },
        { "server/Engine/Reports", "Validation.Engine.Reports" },
        { "server/Engine/Reports/Tables", "Validation.Engine.Reports.Tables" },
        { "server/Engine/Rules", "Validation.Engine.Rules" },
        { "server/PdfWords", "Validation.PdfWords" },
        { "server/Host", "Validation.Server" },
        { "server/Host/Pages", "Validation.Server.Pages" },
        { "client/Core", "Validation.Client" },
        { "client/Results", "Validation.Client" },
        { "client/Cli", "Validation.Cli" },
        { "client/Tray", "Validation.Tray" },
        { "client/TrayCore", "Validation.Tray" },
        { "client/Panel", "Validation.Panel" },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folders_OfAProject_FormNoRing(string folder, string name)
    {
        var graph = FolderGraph.Read(folder, name);

        graph.Uses.ShouldNotBeEmpty();
        graph.Rings([]).ShouldBeEmpty();
    }
}
