namespace Pipeline.Sources.Governance;

/// <summary>
/// World Bank Worldwide Governance Indicators: the text file of the 2023 release and the workbook of the 2021 release. Only the
/// estimates of the six dimensions become observations. Each release revises the whole history; its year is the last year plus one.
/// </summary>
public sealed class WgiReader : SourceReader
{
    private static readonly SourceLicence Terms = Licences.Read("Governance", "wgi");

    /// <inheritdoc/>
    public override string Source => "wgi";

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override SourceLicence Licence => Terms;

    /// <inheritdoc/>
    public override bool Recognises(SourceFile file) =>
        FileGuard.Check(file) == FileKind.Text ? WgiText.Recognises(file.Bytes.Span) : WgiWorkbook.Recognises(file);

    /// <inheritdoc/>
    public override ReadResult Read(SourceFile file) =>
        FileGuard.Check(file) == FileKind.Text ? WgiText.Read(file, Source) : WgiWorkbook.Read(file, Source);

    /// <summary>
    /// The header and the rows of estimates of the text file, all years: a row is the smallest part that keeps the publisher's
    /// columns. Workbooks are older releases; the first run has no use for them.
    /// </summary>
    public override ReadOnlyMemory<byte>? Cut(SourceFile file)
    {
        if (FileGuard.Check(file) == FileKind.Workbook)
        {
            return null;
        }

        IEnumerable<int> lines = WgiText.Read(file, Source).Observations.Select(observation => observation.Cell.Row).Distinct();
        return TextCut.Lines(file.Bytes, [1, .. lines]);
    }
}
