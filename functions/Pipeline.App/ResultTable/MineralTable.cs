using Pipeline.Domain;

namespace Pipeline.App.ResultTable;

/// <summary>
/// All minerals of a vintage against the figures that the ministry compares: the six indicators, self-sufficiency, growth of imports, and the
/// five factors. Factor scores are internal, and every form of the table says so.
/// </summary>
/// <param name="Vintage">Vintage the figures were taken from.</param>
/// <param name="Rows">One row a mineral, in list order.</param>
internal sealed record MineralTable(string Vintage, IReadOnlyList<MineralTableRow> Rows)
{
    /// <summary>Columns in order.</summary>
    public static IReadOnlyList<MineralTableColumn> Columns { get; } =
    [
        new(IndicatorId.ReserveConcentration, "reserves", TableFigure.Score),
        new(IndicatorId.ProductionConcentration, "production", TableFigure.Score),
        new(IndicatorId.ImportStabilityConcentrate, "ores", TableFigure.Score),
        new(IndicatorId.ImportStabilityRefined, "refined", TableFigure.Score),
        new(IndicatorId.PriceFluctuation, "price", TableFigure.Score),
        new(IndicatorId.SecondaryUse, "secondary", TableFigure.Score),
        new(IndicatorId.SelfSufficiency, "self-suff.%", TableFigure.Percent),
        new(IndicatorId.ImportGrowth, "growth%", TableFigure.ChangeInPercent),
        new(IndicatorId.ImportDependence, "①", TableFigure.Factor),
        new(IndicatorId.DisruptionLikelihood, "②", TableFigure.Factor),
        new(IndicatorId.SelfSufficiencyFactor, "③", TableFigure.Factor),
        new(IndicatorId.DomesticDemandFactor, "④", TableFigure.Factor),
        new(IndicatorId.AdditionalElementsFactor, "⑤", TableFigure.Factor),
    ];

    /// <summary>Every result that the table shows.</summary>
    public IEnumerable<IndicatorResult> Results => Rows.SelectMany(row => row.Results).OfType<IndicatorResult>();

    /// <summary>The table of some assessments.</summary>
    public static MineralTable Of(string vintage, IReadOnlyDictionary<string, MineralAssessment> assessments) => new(
        vintage,
        [.. MineralCatalogue.All.Where(mineral => assessments.ContainsKey(mineral.Id)).Select(mineral => new MineralTableRow(
            mineral.Id, [.. Columns.Select(column => assessments[mineral.Id].Find(column.Indicator))]))]);
}

/// <summary>Which figure of a result a column shows.</summary>
internal enum TableFigure
{
    /// <summary>Score, 0 = low risk, 1 = high risk.</summary>
    Score,

    /// <summary>Value of a factor, which is a score by itself: 0..1, higher = more need to be prepared.</summary>
    Factor,

    /// <summary>Value in percent.</summary>
    Percent,

    /// <summary>Change on a base of 1, shown in percent with its sign.</summary>
    ChangeInPercent,
}

/// <summary>A column of the table.</summary>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Heading">Short heading of the text form.</param>
/// <param name="Figure">Which figure is shown.</param>
internal sealed record MineralTableColumn(string Indicator, string Heading, TableFigure Figure)
{
    /// <summary>True when no figure of the column may leave the ministry.</summary>
    public bool IsInternal => IndicatorId.Factors.Contains(Indicator);

    /// <summary>Point, lower and upper end of the figure; none where there is none.</summary>
    public (double? Point, double? Low, double? High) Of(IndicatorResult result) =>
        Figure == TableFigure.Score ? (result.Score, result.ScoreLow, result.ScoreHigh) : (result.Value, result.Low, result.High);
}

/// <summary>A row of the table.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Results">A result a column, none where the vintage does not have it.</param>
internal sealed record MineralTableRow(string Mineral, IReadOnlyList<IndicatorResult?> Results);
