using static System.FormattableString;

namespace Pipeline.Sources.Templates;

/// <summary>
/// What an office hands in for a source that no publisher provides in a form of its own: a table with a fixed set of columns, as CSV or as a
/// sheet. Its first column names template and version, so that a file is recognised by its header whatever it is called.
/// </summary>
internal sealed class FeedTemplate
{
    /// <summary>Describes a template.</summary>
    /// <param name="source">Identifier of the source; also the name of the sheet.</param>
    /// <param name="version">Version of the set of columns and codes, from 1.</param>
    /// <param name="title">What the feed is called.</param>
    /// <param name="purpose">What it is for, one or two sentences.</param>
    /// <param name="columns">Columns of its own, in order.</param>
    public FeedTemplate(string source, int version, Wording title, Wording purpose, IReadOnlyList<TemplateColumn> columns)
    {
        Source = source;
        Version = version;
        Title = title;
        Purpose = purpose;
        Mark = new WholeNumberColumn(
            MarkOf(source), Need.Required,
            new Wording(Invariant($"様式の版。この様式では{version}"), Invariant($"Version of the template: {version} in every row")),
            version, version);
        Columns = [Mark, .. columns, KnownFrom, Illustrative];
    }

    /// <summary>Identifier of the source; also the name of the sheet.</summary>
    public string Source { get; }

    /// <summary>Version of the set of columns and codes.</summary>
    public int Version { get; }

    /// <summary>What the feed is called.</summary>
    public Wording Title { get; }

    /// <summary>What it is for.</summary>
    public Wording Purpose { get; }

    /// <summary>First column: its name marks the template, its cells the version.</summary>
    public WholeNumberColumn Mark { get; }

    /// <summary>Day from which the figures could be known; the latest of a file counts, and no vintage of an earlier quarter uses it.</summary>
    public DateColumn KnownFrom { get; } = new("known_from", Need.Required, new Wording(
        "この数値を知り得た日（出典の公表日、又は調査の締切日）。ファイル内で最も遅い日より前の四半期には用いない",
        "Day from which the figure could be known: publication of the document, or close of the survey. The latest day in the file counts: "
            + "quarters that end before it do not use the file"));

    /// <summary>Whether the row is made up.</summary>
    public YesNoColumn Illustrative { get; } = new("illustrative", Need.Required, new Wording(
        "例示のための架空の数値か。yes の行を用いた出力には、その旨を必ず表示する",
        "Whether the figure is invented or only an illustration; every output that uses such a row says so"));

    /// <summary>All columns in the order of the empty template.</summary>
    public IReadOnlyList<TemplateColumn> Columns { get; }

    /// <summary>Columns that together may have the same cells only once, or none where rows may repeat.</summary>
    public IReadOnlyList<TemplateColumn> Key { get; init; } = [];

    /// <summary>Cells that agree between the rows of a file.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Sentences on what the reader checks beyond single cells; each row that fails one is set aside.</summary>
    public IReadOnlyList<Wording> Rules { get; init; } = [];

    /// <summary>Name of the first column of a source's template: <c>domestic_survey_version</c>.</summary>
    public static string MarkOf(string source) => source.Replace('-', '_') + "_version";
}
