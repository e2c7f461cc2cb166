using Validation.Engine.Documents.Docx;
using Validation.Engine.Documents.Zip;
using static Validation.Engine.Tests.Documents.Docx.DocxFile;

namespace Validation.Engine.Tests.Documents.Docx;

public sealed class DocxStylesTests
{
    private const string Styles = "<w:style w:type='paragraph' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>";

    [Fact]
    public void Of_StylesThatThereAreNoneOf_NotRemembered()
    {
        var package = new Package(DocxFile.Of(P("a"), Styles), EngineLimits.Default, CancellationToken.None);
        var styles = DocxStyles.Read(package, "word/styles.xml", new DocxNamespaces(package.XmlNames));

        styles.Of("h").Look.IsHidden.ShouldBe(true);
        styles.Of("missing").ShouldBeSameAs(styles.Of("missing too"));
    }
}
