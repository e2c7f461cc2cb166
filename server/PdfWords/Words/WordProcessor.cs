using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using Validation.Engine.Documents.Printing;

namespace Validation.PdfWords.Words;

/// <summary>Processes the operations of a page; only those that draw text have an effect.</summary>
internal sealed class WordProcessor : BaseStreamProcessor<List<PageWord>>
{
    private readonly ReadingWork _work;
    private readonly WordBuilder _words;
    private readonly PageResources _resources;
    private readonly MarkedContent _marks = new();

    public WordProcessor(
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions parsingOptions)
        : base(
            pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix,
            parsingOptions)
    {
        _work = (ReadingWork)parsingOptions.Logger;
        _resources = (PageResources)resourceStore;
        _words = new WordBuilder(pageNumber, cropBox.GetVisibleBounds(rotation));
    }

    public override List<PageWord> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return _words.Finish();
    }

    // Many files end more graphics states than they began, and every program shows them.
    public override void PopState()
    {
        if (StackSize > 1)
        {
            base.PopState();
        }
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        var isHidden = currentState.FontState.TextRenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;
        _work.CountGlyph(isHidden);
        if (isHidden || _marks.IsHidden)
        {
            return;
        }

        var matrix = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var facts = _resources.FactsOf(font);
        var text = _marks.TextOf(facts.TextOf(font, code));
        _words.Add(new Glyph(text, matrix, characterBoundingBox.Width, facts, font.IsVertical));
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            _work.CountOperation();
            operation.Run(this);
        }
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => _work.NoteImage();

    protected override void RenderInlineImage(InlineImage inlineImage) => _work.NoteImage();

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        var isLayer = name.Data == NameToken.Oc.Data;
        var layer = isLayer && propertyDictionaryName is not null ? _resources.PropertiesOf(propertyDictionaryName) : null;
        var named = propertyDictionaryName is null ? properties : _resources.PropertiesOf(propertyDictionaryName)?.Resolve(PdfScanner);
        _marks.Begin(_work.Layers?.IsHidden(layer) is true, isLayer ? null : MarkedContent.ReplacementOf(named as DictionaryToken));
    }

    public override void EndMarkedContent() => _marks.End();

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (!formStream.StreamDictionary.TryGet(NameToken.Oc, out var layer) || _work.Layers?.IsHidden(layer) is not true)
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
    }

    // Lines and areas are not needed, and not kept.
    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }
}
